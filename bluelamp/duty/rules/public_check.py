"""The checker of a roster for a public problem: reads the roster alone, and shares nothing with what made it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bluelamp.duty.rules.public_problem import Problem, RosterError, Staff

Roster = Mapping[str, Sequence[str]]
"""A list of shift IDs by day for each person, "" for a day off."""
WEEK, SATURDAY = 7, 5


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a roster costs, and every hard rule it breaks, in words."""

    cost: int
    broken: tuple[str, ...]


def check(problem: Problem, roster: Roster) -> Checked:
    """Sweep every person and every day. Raises RosterError for a roster that is not of this problem."""
    _insist_on_its_shape(problem, roster)
    broken = tuple(words for person in problem.staff for words in _broken(problem, person, roster[person.id]))
    return Checked(cost=_wishes(problem, roster) + _cover(problem, roster), broken=broken)


def faults(problem: Problem, roster: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What keeps a value out of JSON from being a roster of this problem: where in it, and what was expected there."""
    people, kinds = {one.id for one in problem.staff}, {one.id for one in problem.shifts}
    if not isinstance(roster, dict):
        yield (), "expected an object, staff ID to a list of shift IDs."
        return
    for person, days in roster.items():
        if person not in people:
            yield (person,), f"The problem has nobody called {person}."
        elif not isinstance(days, list) or not all(isinstance(one, str) for one in days):
            yield (person,), f"expected a list of shift IDs for {person}."
        elif len(days) != problem.days:
            yield (person,), f"{person}: expected {problem.days} days, found {len(days)}."
        else:
            yield from (((person, day), f"{person}, day {day}: no shift is called {shift!r}; there are "
                         f"{', '.join(sorted(kinds))}, and \"\" for off.")
                        for day, shift in enumerate(days) if shift and shift not in kinds)  # fmt: skip
    if missing := sorted(people - set(roster)):
        yield (), f"The roster has nobody called {', '.join(missing)}."


def _insist_on_its_shape(problem: Problem, roster: Roster) -> None:
    for _, words in faults(problem, {person: list(days) for person, days in roster.items()}):
        raise RosterError(words)


def _broken(problem: Problem, person: Staff, days: Sequence[str]) -> Iterator[str]:
    yield from _followed(problem, person, days)
    yield from _counted(problem, person, days)
    yield from _runs(problem, person, days)
    for day in sorted(person.days_off):
        if days[day]:
            yield f"{person.id} works {days[day]} on day {day}, a day off"


def _followed(problem: Problem, person: Staff, days: Sequence[str]) -> Iterator[str]:
    barred = {one.id: one.not_before for one in problem.shifts}
    for day in range(1, problem.days):
        if days[day - 1] and days[day] in barred[days[day - 1]]:
            yield f"{person.id} works {days[day]} on day {day}, after {days[day - 1]}"


def _counted(problem: Problem, person: Staff, days: Sequence[str]) -> Iterator[str]:
    minutes = {one.id: one.minutes for one in problem.shifts}
    worked = Counter(shift for shift in days if shift)
    for shift, times in worked.items():
        if times > person.most[shift]:
            yield f"{person.id} works {shift} {times} times, {person.most[shift]} at most"
    total = sum(minutes[shift] * times for shift, times in worked.items())
    if total > person.most_minutes:
        yield f"{person.id} works {total} minutes, {person.most_minutes} at most"
    if total < person.least_minutes:
        yield f"{person.id} works {total} minutes, {person.least_minutes} at least"
    weekends = {day // WEEK for day, shift in enumerate(days) if shift and day % WEEK >= SATURDAY}
    if len(weekends) > person.most_weekends:
        yield f"{person.id} works on {len(weekends)} weekends, {person.most_weekends} at most"


def _runs(problem: Problem, person: Staff, days: Sequence[str]) -> Iterator[str]:
    """A run that touches an edge of the period may go on beyond it, so that it is never too short there."""
    day = 0
    for works, run in groupby(days, key=bool):
        length = len(list(run))
        inside = day > 0 and day + length < problem.days
        if works and length > person.longest_run:
            yield f"{person.id} works {length} days from day {day}, {person.longest_run} at most"
        if works and inside and length < person.shortest_run:
            yield f"{person.id} works {length} days from day {day}, {person.shortest_run} at least"
        if not works and inside and length < person.shortest_off:
            yield f"{person.id} is off {length} days from day {day}, {person.shortest_off} at least"
        day += length


def _wishes(problem: Problem, roster: Roster) -> int:
    passed_over = sum(one.weight for one in problem.on if roster[one.staff][one.day] != one.shift)
    return passed_over + sum(one.weight for one in problem.off if roster[one.staff][one.day] == one.shift)


def _cover(problem: Problem, roster: Roster) -> int:
    there = Counter((day, shift) for days in roster.values() for day, shift in enumerate(days) if shift)
    return sum(
        max(one.wanted - there[one.day, one.shift], 0) * one.under
        + max(there[one.day, one.shift] - one.wanted, 0) * one.over
        for one in problem.cover
    )
