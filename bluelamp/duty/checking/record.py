"""One person's duties, as the rules look at them: nights, days worked, days on call, runs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bluelamp.duty.checking.document import Duty, Person, Roster
from bluelamp.duty.checking.wall_clock import DAY, HOUR, ONE_DAY


@dataclass(frozen=True, kw_only=True)
class Record:
    """A person's duties in order of time; days are force days, each with the minute at which it was first worked."""

    roster: Roster
    person: Person
    duties: Sequence[Duty]
    worked: Sequence[Duty]
    calls: Sequence[Duty]
    nights: Sequence[Duty]
    days: Mapping[date, int]
    call_days: Mapping[date, int]

    def days_of_nights(self) -> dict[date, int]:
        """The force days on which a night begins."""
        return _first_minutes((night.day, night.begins) for night in self.nights)


def records(roster: Roster) -> Iterator[Record]:
    """Of everyone on the roster. A duty that ends before it begins is left to the rule on it."""
    by_officer: dict[str, list[Duty]] = defaultdict(list)
    for duty in roster.duties:
        if duty.ends > duty.begins:
            by_officer[duty.officer].append(duty)
    for officer, person in roster.people.items():
        yield _record(roster, person, sorted(by_officer[officer], key=lambda one: (one.begins, one.ends)))


def _record(roster: Roster, person: Person, duties: Sequence[Duty]) -> Record:
    worked = [duty for duty in duties if duty.worked]
    calls = [duty for duty in duties if not duty.worked]
    clock = roster.clock
    on_call = ((day, max(call.begins, clock.start(day))) for call in calls
               for day in clock.force_days(call.begins, call.ends))  # fmt: skip
    return Record(
        roster=roster,
        person=person,
        duties=duties,
        worked=worked,
        calls=calls,
        nights=[duty for duty in worked if is_night(roster, duty)],
        days=_first_minutes((duty.day, duty.begins) for duty in worked),
        call_days=_first_minutes(on_call),
    )


def _first_minutes(days: Iterable[tuple[date, int]]) -> dict[date, int]:
    first: dict[date, int] = {}
    for day, minute in days:
        first.setdefault(day, minute)
    return dict(sorted(first.items()))


def is_night(roster: Roster, duty: Duty) -> bool:
    """Whether enough of a duty falls into night time. Working Time Regulations 1998 reg. 2(1), in elapsed minutes."""
    begins, ends = roster.number("night.begins") * HOUR, roster.number("night.ends") * HOUR
    ends += DAY if ends <= begins else 0
    clock = roster.clock
    day, last = clock.local(duty.begins).date() - ONE_DAY, clock.local(duty.ends).date()
    minutes = 0
    while day <= last:
        minutes += max(min(clock.at(day, ends), duty.ends) - max(clock.at(day, begins), duty.begins), 0)
        day += ONE_DAY
    return minutes >= roster.minutes("night.worked")


def runs(days: Iterable[date]) -> list[list[date]]:
    """Days in order, cut where one is missing."""
    found: list[list[date]] = []
    for day in sorted(days):
        if found and day - found[-1][-1] == ONE_DAY:
            found[-1].append(day)
        else:
            found.append([day])
    return found
