"""Telling a child's school before the child is next there (Operation Encompass, D8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bluelamp.deadlines.bank_holidays import bank_holidays
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local, local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

_SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Span:
    """Days from `first` to `last`, both counted."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class SchoolYear:
    """When a school is open: its terms, the breaks within them, and single days closed (such as for training)."""

    terms: tuple[Span, ...] = ()
    breaks: tuple[Span, ...] = ()
    closed: tuple[date, ...] = ()

    def is_known(self, day: date) -> bool:
        """Whether the calendar reaches this day; after it nobody knows when the school opens."""
        return bool(self.terms) and self.terms[0].first <= day <= self.terms[-1].last

    def why_shut(self, day: date) -> str:
        """Why there is no school on that day, "" where there is. Beyond the calendar every weekday counts as school."""
        if day.weekday() >= _SATURDAY:
            return "weekend"
        if day in bank_holidays(day.year):
            return "bank holiday"
        if not self.is_known(day):
            return ""
        if day in self.closed or any(span.holds(day) for span in self.breaks):
            return "school closed"
        return "" if any(span.holds(day) for span in self.terms) else "between terms"


def due(law: Law, *, year: SchoolYear, at: datetime) -> Deadline:
    """Before the first bell of the next school day after the instant `at`, weekends and holidays notwithstanding.

    At 07:30 on a school day that is the same day. Where the calendar does not reach, any weekday counts: the earlier
    day is the safer one.
    """
    value = law.value("school.first_bell", on=local_day(at))
    hour, _, minute = value.text.partition(":")
    bell, day, steps = time(int(hour), int(minute)), local_day(at), [f"Happened: {spoken(at)}."]
    while True:
        why, rings = year.why_shut(day), local(day, bell)
        if not why and at < rings:
            unknown = "" if year.is_known(day) else " The school's calendar is not known: every weekday counts."
            steps.append(f"{spoken_day(day)}: first bell at {value.text}.{unknown}")
            return Deadline(due=rings, because=tuple(steps), basis=value.source)
        steps.append(f"{spoken_day(day)}: {why or 'the bell has gone'}.")
        day += timedelta(days=1)


class Recipient(StrEnum):
    """Who is told of a child."""

    SCHOOL = "school"
    LOCAL_AUTHORITY = "local_authority"
    NOBODY = "nobody"

    @property
    def words(self) -> str:
        return _RECIPIENTS[self]


_RECIPIENTS = {
    Recipient.SCHOOL: "The school's safeguarding lead",
    Recipient.LOCAL_AUTHORITY: "The council's officer for children taught at home",
    Recipient.NOBODY: "Nobody: not of school age",
}


def recipient(law: Law, *, age: int | None, home_educated: bool, at: datetime) -> Recipient:
    """Who is told: from reception to 17, the school; taught at home, the council. An age not known counts as school."""
    day = local_day(at)
    youngest = law.value("school.youngest", on=day).number
    oldest = law.value("school.oldest", on=day).number
    if age is not None and not youngest <= age <= oldest:
        return Recipient.NOBODY
    return Recipient.LOCAL_AUTHORITY if home_educated else Recipient.SCHOOL


@dataclass(frozen=True, kw_only=True)
class Sending:
    """A notice about to leave: by which route, whether the recipient is the named lead, and what it holds."""

    route: str
    to_named_lead: bool
    child: str = ""
    circumstances: str = ""
    reference: str = ""


def may_send(law: Law, *, sending: Sending, at: datetime) -> Verdict:
    """Only by a secure route and only to the named lead; with the child, the reference and what happened (D8)."""
    value = law.value("school.routes", on=local_day(at))
    secure = sending.route in value.items
    return every(
        allowed() if secure else refused("Not a secure route: never this way.", value.source, field="route"),
        allowed()
        if sending.to_named_lead
        else refused("Only to the named safeguarding lead.", value.source, field="to_named_lead"),
        *(
            allowed() if text.strip() else refused(words, value.source, field=field)
            for text, words, field in (
                (sending.child, "Name the child.", "child"),
                (sending.reference, "Give the reference.", "reference"),
                (sending.circumstances, "Say what happened, shortly.", "circumstances"),
            )
        ),
    )


def may_leave_out(law: Law, *, code: str, words: str, at: datetime) -> Verdict:
    """Not telling a school is an exception: one of the coded reasons, and words."""
    value = law.value("school.exceptions", on=local_day(at))
    known = allowed() if code in value.items else refused("Choose one of the reasons.", value.source, field="code")
    said = allowed() if len(words.split()) >= 2 else refused("Say why, in words.", value.source, field="words")
    return every(known, said)


def year_of(*, terms: Sequence[Span], breaks: Sequence[Span] = (), closed: Sequence[date] = ()) -> SchoolYear:
    """A calendar in order of its days."""
    in_order = tuple(sorted(terms, key=lambda span: span.first))
    return SchoolYear(terms=in_order, breaks=tuple(breaks), closed=tuple(closed))
