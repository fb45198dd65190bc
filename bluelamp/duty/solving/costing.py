"""A problem as arrays: what each person's shift on each day costs for itself, and the price of too few or too many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bluelamp.duty.rules.public_problem import Problem
from bluelamp.duty.solving.pattern import OFF, Costs, Pattern


@dataclass(frozen=True, kw_only=True)
class Costing:
    """`own`: people, days, shifts; `wanted`, `under`, `over`: days, shifts; `fixed`: what no roster can change."""

    own: Any
    wanted: Costs
    under: Costs
    over: Costs
    fixed: float

    def alone(self, person: int, pattern: Pattern) -> float:
        """What a pattern costs its person's wishes."""
        return float(sum(self.own[person, day, k] for day, k in enumerate(pattern) if k != OFF))

    def counts(self, patterns: Sequence[Pattern]) -> Costs:
        """How many work each shift on each day."""
        there = np.zeros_like(self.wanted)
        for pattern in patterns:
            add(there, pattern, 1)
        return there

    def marginal(self, there: Costs) -> Costs:
        """What one more of each shift on each day would cost."""
        return np.where(there < self.wanted, -self.under, self.over)

    def cost(self, patterns: Sequence[Pattern]) -> float:
        """What the patterns of everybody cost together."""
        there = self.counts(patterns)
        short, long = np.maximum(self.wanted - there, 0), np.maximum(there - self.wanted, 0)
        alone = sum(self.alone(person, pattern) for person, pattern in enumerate(patterns))
        return float((short * self.under).sum() + (long * self.over).sum() + alone + self.fixed)


def add(there: Costs, pattern: Pattern, times: int) -> None:
    """Count a pattern in, or out again with -1."""
    for day, k in enumerate(pattern):
        if k != OFF:
            there[day, k] += times


def costing(problem: Problem) -> Costing:
    """The arrays of a problem."""
    people = {one.id: n for n, one in enumerate(problem.staff)}
    kinds = {one.id: k for k, one in enumerate(problem.shifts)}
    own = np.zeros((len(people), problem.days, len(kinds)))
    for one in problem.on:
        own[people[one.staff], one.day, kinds[one.shift]] -= one.weight
    for one in problem.off:
        own[people[one.staff], one.day, kinds[one.shift]] += one.weight
    wanted, under, over = (np.zeros((problem.days, len(kinds))) for _ in range(3))
    for each in problem.cover:
        at = each.day, kinds[each.shift]
        wanted[at], under[at], over[at] = each.wanted, each.under, each.over
    return Costing(own=own, wanted=wanted, under=under, over=over, fixed=float(sum(one.weight for one in problem.on)))
