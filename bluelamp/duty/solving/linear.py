"""A linear choice: yes-or-no and counting variables with costs, rows between limits, each row by the rule it states."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Term = tuple[int, int]
"""A variable's number and its coefficient."""
UNLIMITED = 10**6


@dataclass(frozen=True)
class Row:
    """`least` <= sum of the terms <= `most`. `rule` names what it states, for explanations."""

    terms: tuple[Term, ...]
    least: int
    most: int
    rule: Any


@dataclass
class Linear:
    """The choice as it is built. Variables are numbered as they are added; each lies between 0 and its limit."""

    costs: list[int] = field(default_factory=list)
    limits: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    constant: int = 0

    def variable(self, *, cost: int = 0, limit: int = 1) -> int:
        """Add one; answers its number."""
        self.costs.append(cost)
        self.limits.append(limit)
        return len(self.costs) - 1

    def row(self, terms: Iterable[Term], *, rule: Any, least: int = -UNLIMITED, most: int = UNLIMITED) -> None:
        """Add a row; one without terms that holds anyway is left out, one that cannot hold stays and says so."""
        kept = tuple(terms)
        if kept or least > 0 or most < 0:
            self.rows.append(Row(kept, least, most, rule))

    def at_most(self, numbers: Iterable[int], most: int, *, rule: Any) -> None:
        """No more than `most` of these, none where it is below 0; left out where there are no more than that."""
        kept, most = tuple(numbers), max(most, 0)
        if len(kept) > most:
            self.row([(one, 1) for one in kept], most=most, rule=rule)

    def cost_of(self, values: Sequence[int] | NDArray[Any]) -> int:
        """What these values cost."""
        return self.constant + int(np.dot(np.asarray(values, dtype=np.int64), np.asarray(self.costs, dtype=np.int64)))
