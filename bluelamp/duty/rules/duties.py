"""The facts that the rules of a roster take: one officer's duties, with what came before the period."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bluelamp.deadlines.bank_holidays import public_holidays
from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import as_local, instant, local, local_day
from bluelamp.deadlines.law import Law

DAY, WEEK = timedelta(days=1), 7
SATURDAY = 5
TRAINING = "training"
"""Of a special constable who is not on patrol yet."""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One stretch of duty, or of being on call, from an instant to another, kept in UTC. Hours are elapsed hours: a
    night over the clock change in October has one more. Raises ValueError for a time without a zone."""

    begins: datetime
    ends: datetime
    on_call: bool = False
    unit: str = ""

    def __post_init__(self) -> None:
        for name in ("begins", "ends"):
            object.__setattr__(self, name, instant(getattr(self, name)))

    @property
    def length(self) -> timedelta:
        return between(self.begins, self.ends)


@dataclass(frozen=True, kw_only=True)
class Able:
    """What an officer may be put on, beside hours and rest: restrictions, patrol status, skills to their last day.

    `patrol`: "" for a regular officer. `always`: the skills that every duty of theirs asks for; `asks`: the one that a
    duty of a unit asks for, by unit.
    """

    no_nights: bool = False
    patrol: str = ""
    skills: Mapping[str, date | None] = field(default_factory=dict)
    always: tuple[str, ...] = ()
    asks: Mapping[str, str] = field(default_factory=dict)

    def lacks(self, unit: str, *, on: date) -> str:
        """The first skill that a duty of that unit asks for and that they do not hold on the day; "" where none."""
        asked = (*self.always, *filter(None, [self.asks.get(unit)]))
        return next((one for one in asked if not holds(self.skills, one, on=on)), "")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One officer's duties over the days from `begins` up to before `ends`, the days before the period included.

    `leave` and `court`: local days. Duties may overlap only where one is on call.
    """

    officer: str
    begins: date
    ends: date
    duties: tuple[Duty, ...] = ()
    leave: frozenset[date] = frozenset()
    court: frozenset[date] = frozenset()
    able: Able = field(default_factory=Able)

    def worked(self) -> tuple[Duty, ...]:
        """The duties that are not on call, in order of time."""
        return tuple(sorted((one for one in self.duties if not one.on_call), key=lambda one: one.begins))

    def on_call(self) -> tuple[Duty, ...]:
        """The duties on call, in order of time."""
        return tuple(sorted((one for one in self.duties if one.on_call), key=lambda one: one.begins))

    def days(self) -> Iterator[date]:
        """Every day of the line."""
        for n in range((self.ends - self.begins).days):
            yield self.begins + n * DAY


def holds(skills: Mapping[str, date | None], skill: str, *, on: date) -> bool:
    """Whether a skill is among those held on the day: up to and including its last; everyone holds none."""
    if not skill:
        return True
    return skill in skills and ((last := skills[skill]) is None or last >= on)


def force_day(at: datetime, law: Law) -> date:
    """The day to which a duty that begins at `at` belongs: it starts at the chief officer's hour, not at midnight (R5).

    A duty that begins before that hour belongs to the day before.
    """
    wall = as_local(at)
    value = law.value("force_day.begins", on=wall.date())
    return wall.date() if wall.time() >= time(value.number) else wall.date() - DAY


def is_public_holiday(day: date) -> bool:
    """Whether a force day is a public holiday of police officers (Police Regulations 2003 reg. 3)."""
    return day in public_holidays(day.year)


def is_night(duty: Duty, law: Law) -> bool:
    """Whether at least the law's hours of night time are worked in it (Working Time Regulations 1998 reg. 2(1))."""
    day = local_day(duty.begins)
    begins, ends = law.value("night.begins", on=day).number, law.value("night.ends", on=day).number
    least = law.value("night.worked", on=day).span
    for first in (day - DAY, day):
        start, end = local(first, time(begins)), local(first + DAY, time(ends))
        inside = between(max(start, duty.begins), min(end, duty.ends))
        if inside >= least:
            return True
    return False
