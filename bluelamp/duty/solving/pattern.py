"""One person's best pattern for given costs of each shift on each day: exact dynamic programming over the days."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bluelamp.duty.rules.public_problem import Problem, Staff

Costs = NDArray[np.float64]
Pattern = tuple[int, ...]
"""A shift's place in the problem for each day, OFF for a day off."""
OFF, WEEK, SATURDAY, SUNDAY = -1, 7, 5, 6
LARGEST = 300_000
"""Cells of a day's table, above which one more kind of shift is not counted exactly."""
STEP, TRIES = 4.0, 60


@dataclass(frozen=True, kw_only=True)
class Group:
    """Shifts that differ in nothing but their cost: the same may follow them and go before, and they are as long."""

    shifts: tuple[int, ...]
    units: int
    after: tuple[int, ...]
    counted: int = -1


class Person:
    """One person's rules as tables. `counted`: the kinds whose number is kept exactly so far."""

    def __init__(self, problem: Problem, staff: Staff) -> None:
        self.staff, self.days = staff, problem.days
        self.off_days = staff.days_off
        self._shifts = problem.shifts
        self.usable = [k for k, shift in enumerate(problem.shifts) if staff.most[shift.id] > 0]
        lengths = [problem.shifts[k].minutes for k in self.usable]
        self.unit = gcd(*lengths) if lengths else 1
        self.most, self.least = staff.most_minutes // self.unit, -(-staff.least_minutes // self.unit)
        self.counted: tuple[int, ...] = ()

    @cached_property
    def limits(self) -> dict[int, int]:
        return {k: self.staff.most[self._shifts[k].id] for k in self.usable}

    def groups(self) -> list[Group]:
        """The usable shifts in groups, with which groups may go before each."""
        barred = {k: self._shifts[k].not_before for k in self.usable}
        alike: dict[Any, list[int]] = {}
        for k in self.usable:
            name = self._shifts[k].id
            before = frozenset(j for j in self.usable if name in barred[j])
            key = (barred[k], before, self._shifts[k].minutes, k if k in self.counted else -1)
            alike.setdefault(key, []).append(k)
        made = list(alike.items())
        return [
            Group(
                shifts=tuple(shifts),
                units=self._shifts[shifts[0]].minutes // self.unit,
                after=tuple(g for g, (_, others) in enumerate(made) if others[0] not in key[1]),
                counted=self.counted.index(shifts[0]) if key[3] >= 0 else -1,
            )
            for key, shifts in made
        ]

    @property
    def shape(self) -> tuple[int, ...]:
        """Weekends, units of time, and each kind counted."""
        return (self.staff.most_weekends + 1, self.most + 1, *(self.limits[k] + 1 for k in self.counted))

    def best(self, costs: Costs) -> tuple[float, float, Pattern]:
        """A lower bound on the cost of any pattern, and the cost and the days of the best one found.

        The two are the same unless a kind has so high a limit that counting it would not fit: then its cost is raised
        until the limit holds.
        """
        bounds: list[float] = []

        def solve(each: Costs) -> tuple[float, Pattern]:
            value, pattern = Table(self, each).solve()
            if each is costs:
                bounds.append(value)
            return value, pattern

        cost, pattern = self.limited(solve, costs)
        return bounds[-1], cost, pattern

    def limited(self, solve: Callable[[Costs], tuple[float, Pattern]], costs: Costs) -> tuple[float, Pattern]:
        """The best pattern of `solve` that keeps the limit of every kind, and what it costs."""
        raised = costs
        for _ in range(TRIES):
            value, pattern = solve(raised)
            over = self._over(pattern)
            if not over:
                found = np.isfinite(value)
                return float(
                    sum(costs[day, k] for day, k in enumerate(pattern) if k != OFF)
                ) if found else value, pattern
            if not self._count(over):
                raised = raised.copy()
                raised[:, over] += STEP + np.abs(costs).max() / 20
        return float("inf"), pattern

    def _over(self, pattern: Pattern) -> list[int]:
        return [k for k, limit in self.limits.items() if pattern.count(k) > limit]

    def _count(self, over: list[int]) -> bool:
        """Count one more kind exactly, the one with the lowest limit, if the table stays small enough."""
        k = min(over, key=self.limits.__getitem__)
        cells = int(np.prod(self.shape)) * (self.limits[k] + 1) * (len(self.usable) + 1) * self.staff.longest_run
        if k in self.counted or cells > LARGEST:
            return False
        self.counted = (*self.counted, k)
        return True


class Table:
    """The cheapest way to each state, day by day: how long the run, which group last, weekends, time, kinds counted.

    `start`: the shift of the day before (OFF for none) and how long that run is so far; None at the very beginning,
    where whatever came before is taken as long enough.
    """

    def __init__(self, person: Person, costs: Costs, start: tuple[int, int] | None = None) -> None:
        self.person, self.groups, self.begun = person, person.groups(), start is None
        self.run, self.off_run = person.staff.longest_run, person.staff.shortest_off
        picks = [costs[:, one.shifts].argmin(axis=1) for one in self.groups]
        self.chosen = [[one.shifts[n] for n in each] for one, each in zip(self.groups, picks, strict=True)]
        self.costs = [costs[:, one.shifts].min(axis=1) for one in self.groups]
        self.tables = [self._start(start or (OFF, self.off_run))]

    def _start(self, start: tuple[int, int]) -> tuple[Any, Any]:
        shape, (shift, length) = self.person.shape, start
        on, off = np.full((len(self.groups), self.run, *shape), np.inf), np.full((self.off_run, *shape), np.inf)
        if shift == OFF:
            off[min(length, self.off_run) - 1].flat[0] = 0.0
        else:
            group = next(g for g, one in enumerate(self.groups) if shift in one.shifts)
            on[group, min(length, self.run) - 1].flat[0] = 0.0
        return on, off

    def solve(self) -> tuple[float, Pattern]:
        """The cheapest pattern that keeps every rule but the limits of kinds not counted; infinite where none does."""
        for day in range(self.person.days):
            self.tables.append(self._next(day, *self.tables[-1]))
        on, off = self.tables[-1]
        for table in (on, off):
            np.moveaxis(table, table.ndim - 1 - len(self.person.counted), 0)[: self.person.least] = np.inf
        value = min(float(on.min(initial=np.inf)), float(off.min()))
        if not np.isfinite(value):
            return value, (OFF,) * self.person.days
        return value, self._back(value)

    def _next(self, day: int, on: Any, off: Any) -> tuple[Any, Any]:
        new_on, new_off = np.full_like(on, np.inf), np.full_like(off, np.inf)
        new_off[1:] = off[:-1]
        new_off[-1] = np.minimum(new_off[-1], off[-1])
        for length in self._may_end(day):
            new_off[0] = np.minimum(new_off[0], on[:, length].min(axis=0, initial=np.inf))
        if day in self.person.off_days:
            return new_on, new_off
        for g, group in enumerate(self.groups):
            rested = _later(off[-1], self._step(day, group, running=False))
            new_on[g, 0] = rested + self.costs[g][day]
            if self.run > 1 and group.after:
                running = on[list(group.after), :-1].min(axis=0)
                new_on[g, 1:] = _later(running, (0, *self._step(day, group, running=True))) + self.costs[g][day]
        return new_on, new_off

    def _may_end(self, day: int) -> list[int]:
        """Which lengths of run, less one, may end before this day; one that goes back to the very beginning always."""
        ended = list(range(self.person.staff.shortest_run - 1, self.run))
        from_the_beginning = self.begun and 0 < day < self.person.staff.shortest_run and day <= self.run
        return [day - 1, *ended] if from_the_beginning else ended

    def _step(self, day: int, group: Group, *, running: bool) -> tuple[int, ...]:
        """What one shift adds to each count: a weekend on a Saturday, or a Sunday after a day off; time; its kind."""
        weekend = day % WEEK == SATURDAY or (day % WEEK == SUNDAY and not running)
        return (int(weekend), group.units, *(int(group.counted == n) for n in range(len(self.person.counted))))

    def _back(self, value: float) -> Pattern:
        """From the cheapest end to the beginning, each day by the state that has exactly the cost it came from."""
        on, off = self.tables[-1]
        works = float(on.min(initial=np.inf)) == value
        place = tuple(int(n) for n in np.argwhere((on if works else off) == value)[0])
        days = []
        for day in range(self.person.days - 1, -1, -1):
            shift = self.chosen[place[0]][day] if works else OFF
            days.append(shift)
            works, place = self._before(day, works, place)
        return tuple(reversed(days))

    def _before(self, day: int, works: bool, place: tuple[int, ...]) -> tuple[bool, tuple[int, ...]]:
        on, off = self.tables[day]
        if works:
            return self._before_a_shift(day, place, on)
        value, (length, *rest) = self.tables[day + 1][1][place], place
        earlier = ([length - 1] if length else []) + ([length] if length == self.off_run - 1 else [])
        for one in earlier:
            if off[(one, *rest)] == value:
                return False, (one, *rest)
        ended = ((g, n, *rest) for n in self._may_end(day) for g in range(len(self.groups)))
        return True, next(one for one in ended if on[one] == value)

    def _before_a_shift(self, day: int, place: tuple[int, ...], on: Any) -> tuple[bool, tuple[int, ...]]:
        value, (g, length, *rest) = self.tables[day + 1][0][place], place
        group, cost = self.groups[g], self.costs[g][day]
        before = tuple(n - step for n, step in zip(rest, self._step(day, group, running=length > 0), strict=True))
        if not length:
            return False, (self.off_run - 1, *before)
        states = ((p, length - 1, *before) for p in group.after)
        return True, next(one for one in states if on[one] + cost == value)


def _later(table: Any, steps: tuple[int, ...]) -> Any:
    """The table with every state moved on by so many steps along each of its axes; what leaves it is lost."""
    if not any(steps):
        return table
    moved = np.full_like(table, np.inf)
    if all(step < size for step, size in zip(steps, table.shape, strict=True)):
        to = tuple(slice(step, None) for step in steps)
        source = tuple(slice(None, size - step) for step, size in zip(steps, table.shape, strict=True))
        moved[to] = table[source]
    return moved
