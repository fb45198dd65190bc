"""A person's pattern over a long period, window by window: what may be worked by each window's end is in proportion."""

from dataclasses import replace

import numpy as np

from bluelamp.duty.rules.public_problem import Problem, Staff
from bluelamp.duty.solving.pattern import OFF, SATURDAY, WEEK, Costs, Pattern, Person, Table

LONG, KEPT, AHEAD, KINDS = 90, 28, 7, 8
"""Days from which a period is long, days kept of each window and looked at beyond, kinds of shift tried in one."""


def best_in_blocks(problem: Problem, staff: Staff, costs: Costs) -> tuple[float, Pattern]:
    """What the pattern found costs, and its days; infinite where no pattern that keeps every rule was found.

    Each window begins in the state in which the one before left the person, and ends with no more work than the
    period's share; one that cannot reach its least share leaves the rest to the next.
    """
    days: list[int] = []
    while len(days) < problem.days:
        window = min(KEPT + AHEAD, problem.days - len(days))
        found = _window(problem, staff, costs, days, window)
        if found is None:
            return float("inf"), (OFF,) * problem.days
        last = len(days) + window == problem.days
        days += found if last else found[:KEPT]
    return float(sum(costs[day, k] for day, k in enumerate(days) if k != OFF)), tuple(days)


def _window(problem: Problem, staff: Staff, costs: Costs, days: list[int], window: int) -> Pattern | None:
    begin, end = len(days), len(days) + window
    part = costs[begin:end]
    inside = _share(problem, staff, days, end, _tempting(problem, staff, part))
    step = min((one.minutes for one in problem.shifts), default=1)
    last = end == problem.days
    while True:
        person = Person(replace(problem, days=window), inside)
        value, pattern = _counted(person, part, _state(days, staff.shortest_off))
        if np.isfinite(value):
            return pattern
        if last or inside.least_minutes <= 0:
            return None
        inside = replace(inside, least_minutes=max(0, inside.least_minutes - step))


def _counted(person: Person, costs: Costs, state: tuple[int, int] | None) -> tuple[float, Pattern]:
    """The best pattern that keeps the limits of every kind: counted exactly, or made dear until they hold."""
    return person.limited(lambda each: Table(person, each, state).solve(), costs)


def _share(problem: Problem, staff: Staff, days: list[int], end: int, kinds: set[int]) -> Staff:
    """The person's rules for a window that ends on day `end`: their share by then, less what was worked."""
    share = end / problem.days
    minutes = {one.id: one.minutes for one in problem.shifts}
    names = [one.id for one in problem.shifts]
    worked = [names[k] for k in days if k != OFF]
    used = sum(minutes[one] for one in worked)
    weekends = len({day // WEEK for day, k in enumerate(days) if k != OFF and day % WEEK >= SATURDAY})
    begin = len(days)
    return replace(
        staff,
        most={one: max(0, int(staff.most[one] * share) - worked.count(one)) if k in kinds or days[-1:] == [k] else 0
              for k, one in enumerate(names)},
        most_minutes=int(staff.most_minutes * share) - used,
        least_minutes=max(0, int(np.ceil(staff.least_minutes * share)) - used),
        most_weekends=max(0, int(staff.most_weekends * share) - weekends),
        days_off=frozenset(day - begin for day in staff.days_off if begin <= day < end),
    )  # fmt: skip


def _tempting(problem: Problem, staff: Staff, costs: Costs) -> set[int]:
    """The kinds that cost least in this window: trying them all takes too long where there are many."""
    usable = [k for k, one in enumerate(problem.shifts) if staff.most[one.id] > 0]
    return set(sorted(usable, key=lambda k: float(np.minimum(costs[:, k], 0).sum()))[:KINDS])


def _state(days: list[int], rested: int) -> tuple[int, int] | None:
    """The shift of the last day and how long that run is; None before the first day. Who is off since the beginning is
    `rested`: what came before counts as long enough."""
    if not days:
        return None
    works = days[-1] != OFF
    length = next((n for n, k in enumerate(reversed(days)) if (k != OFF) != works), None)
    return days[-1], length if length is not None else (len(days) if works else rested)
