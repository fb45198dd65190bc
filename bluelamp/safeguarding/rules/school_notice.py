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
LONGEST = 200


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
    """A notice about to leave: by which route, to which lead by name and whether that is the named one, what it holds.

    `circumstances` in one line; `born` in words, said where it is not known; `happened_at` an instant.
    """

    route: str
    to_named_lead: bool
    to_name: str = ""
    child: str = ""
    born: str = ""
    circumstances: str = ""
    happened_at: datetime | None = None
    place: str = ""
    reference: str = ""


def may_send(law: Law, *, sending: Sending, at: datetime) -> Verdict:
    """Only by a secure route and only to the named lead; with the child and when born, what happened in one line, when
    and where, and the reference (D8). Nothing is sent of what has not happened yet.
    """
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
                (sending.to_name, "Name the safeguarding lead.", "to_name"),
                (sending.child, "Name the child.", "child"),
                (sending.born, "Say when the child was born, or that it is not known.", "born"),
                (sending.place, "Say where it happened.", "place"),
                (sending.reference, "Give the reference.", "reference"),
                (sending.circumstances, "Say what happened, shortly.", "circumstances"),
            )
        ),
        _one_line(sending.circumstances, value.source),
        _happened(sending.happened_at, at, value.source),
    )


def _one_line(text: str, source: str) -> Verdict:
    if len(text.strip().splitlines()) <= 1 and len(text) <= LONGEST:
        return allowed()
    return refused(f"In one line, {LONGEST} letters at most: the lead needs to know, not to judge.", source,
                   field="circumstances")  # fmt: skip


def _happened(when: datetime | None, at: datetime, source: str) -> Verdict:
    if when is None:
        return refused("Say when it happened.", source, field="happened_at")
    return allowed() if when <= at else refused("That is still to come.", source, field="happened_at")


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
