"""Answers and lower bounds of a linear choice by HiGHS. OR-Tools brings its own HiGHS: never both in one process.

SciPy is imported by whoever looks for an answer: 60 MB that a process which only asks others need not hold.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bluelamp.duty.solving.linear import UNLIMITED, Linear


@dataclass(frozen=True, kw_only=True)
class Bounded:
    """No answer costs less than `bound`; `cost` and `values` where HiGHS found one itself."""

    bound: float
    cost: int = 0
    values: tuple[int, ...] = ()

    @property
    def proved(self) -> bool:
        """There is an answer, and none cheaper: costs are whole numbers."""
        return bool(self.values) and self.cost - self.bound < 1 - 1e-6


def bound(linear: Linear, *, seconds: float = math.inf, gap: float = 0.0) -> Bounded:
    """The best bound in so many seconds, or once an answer is within the `gap`, a share of its cost. Raises ValueError
    where HiGHS says that there is no answer."""
    from scipy.optimize import Bounds, milp

    found = milp(
        np.asarray(linear.costs, dtype=float),
        constraints=_rows(linear),
        bounds=Bounds(0, np.asarray(linear.limits, dtype=float)),
        integrality=np.ones(len(linear.costs)),
        options={"time_limit": seconds, "mip_rel_gap": gap},
    )
    if found.status == 2:
        raise ValueError("There is no answer.")
    values = tuple(np.rint(found.x).astype(int).tolist()) if found.x is not None else ()
    proved = found.mip_dual_bound if found.mip_dual_bound is not None else 0.0
    return Bounded(bound=proved + linear.constant, cost=linear.cost_of(values) if values else 0, values=values)


def _rows(linear: Linear) -> Any:
    from scipy.optimize import LinearConstraint
    from scipy.sparse import csr_array

    at, columns, by = [0], [], []
    for row in linear.rows:
        columns += [one for one, _ in row.terms]
        by += [times for _, times in row.terms]
        at.append(len(columns))
    shape = (len(linear.rows), len(linear.costs))
    return LinearConstraint(
        csr_array((np.asarray(by, dtype=float), np.asarray(columns), np.asarray(at)), shape=shape),
        _limits([row.least for row in linear.rows], -UNLIMITED, -np.inf),
        _limits([row.most for row in linear.rows], UNLIMITED, np.inf),
    )


def _limits(values: list[int], none: int, infinite: float) -> NDArray[np.float64]:
    found = np.asarray(values, dtype=float)
    return np.where(found == none, infinite, found)
