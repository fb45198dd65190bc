"""The choice of one pattern for each person from those found so far, as a linear program that HiGHS solves: for its
prices, and for the lower bound that they prove."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from bluelamp.duty.solving.costing import Costing
from bluelamp.duty.solving.pattern import OFF, Costs, Pattern


@dataclass(kw_only=True)
class Pool:
    """Every pattern found so far, by person, each once."""

    costing: Costing
    people: int
    known: list[dict[Pattern, float]] = field(init=False)

    def __post_init__(self) -> None:
        self.known = [{} for _ in range(self.people)]

    def add(self, person: int, pattern: Pattern) -> bool:
        """Whether the pattern is new."""
        if pattern in self.known[person]:
            return False
        self.known[person][pattern] = self.costing.alone(person, pattern)
        return True

    def thin(self, prices: Costs, most: int) -> None:
        """Keep the patterns of each person that cost least beside these prices, so that the choice stays quick."""
        for person, known in enumerate(self.known):
            if len(known) > most:
                ranked = sorted(known, key=lambda one: known[one] - paid(prices, one))
                self.known[person] = {one: known[one] for one in ranked[:most]}


def paid(prices: Costs, pattern: Pattern) -> float:
    """What these prices pay for a pattern."""
    return float(sum(prices[day, k] for day, k in enumerate(pattern) if k != OFF))


@dataclass(frozen=True, kw_only=True)
class Prices:
    """What one more of each shift on each day is worth, what each free person's best pattern costs beside that, and the
    pattern most of each of them is given to, with how much of them."""

    cover: Costs
    person: dict[int, float]
    leaning: dict[int, tuple[float, Pattern]]


class Master:
    """The choice for some people (`free`), the others as they are. Columns: patterns, then too few, then too many."""

    def __init__(self, pool: Pool, free: Collection[int], there: Costs) -> None:
        self.pool, self.free, self.costing = pool, list(free), pool.costing
        self.wanted = self.costing.wanted - there
        self.columns = [(row, pattern) for row, person in enumerate(self.free) for pattern in pool.known[person]]
        costs = [cost for person in self.free for cost in pool.known[person].values()]
        self.objective = np.concatenate([costs, self.costing.under.ravel(), self.costing.over.ravel()])
        self.rows = self._rows()
        self.sides = np.concatenate([np.ones(len(self.free)), self.wanted.ravel()])

    def _rows(self) -> Any:
        """One row for each free person, then one for each day and shift."""
        kinds, cells = self.costing.wanted.shape[1], self.costing.wanted.size
        down, across = [], []
        for n, (row, pattern) in enumerate(self.columns):
            works = [len(self.free) + day * kinds + k for day, k in enumerate(pattern) if k != OFF]
            down += [row, *works]
            across += [n] * (len(works) + 1)
        shape = (len(self.free) + cells, len(self.columns))
        chosen = sparse.csc_matrix((np.ones(len(down)), (down, across)), shape=shape)
        slack = sparse.vstack([sparse.csc_matrix((len(self.free), cells)), sparse.identity(cells, format="csc")])
        return sparse.hstack([chosen, slack, -slack], format="csc")

    def prices(self) -> Prices:
        """The linear program's prices."""
        found = linprog(self.objective, A_eq=self.rows, b_eq=self.sides, bounds=(0, None), method="highs")
        duals = np.asarray(found.eqlin.marginals)
        cover = duals[len(self.free) :].reshape(self.costing.wanted.shape)
        person = {person: float(duals[row]) for row, person in enumerate(self.free)}
        return Prices(cover=cover, person=person, leaning=self._leaning(found.x))

    def _leaning(self, parts: Any) -> dict[int, tuple[float, Pattern]]:
        most: dict[int, tuple[float, Pattern]] = {}
        for part, (row, pattern) in zip(parts, self.columns, strict=False):
            if part > most.get(self.free[row], (-1.0, ()))[0]:
                most[self.free[row]] = (float(part), pattern)
        return most


def lagrangian(costing: Costing, prices: Costs, bounds: Sequence[float]) -> float:
    """A lower bound on every roster: `bounds` of each person's cheapest pattern when shifts are paid these prices.

    The prices lie between minus the cost of one too many and the cost of one too few, so that the slack costs nothing.
    """
    return float((prices * costing.wanted).sum() + sum(bounds) + costing.fixed)
