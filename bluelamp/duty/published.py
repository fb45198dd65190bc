"""Rosters read back: as a document for the checker, as lines for the rules, and the one that is published for a day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from bluelamp.access.models import Officer
from bluelamp.deadlines.law import Law
from bluelamp.duty.document import Described, Document, describe
from bluelamp.duty.members import members
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import Duty, Line, force_day
from bluelamp.duty.rules.planning import WORKED_AWAY, Away, Member, away_duty


def published_on(day: date) -> Roster | None:
    """The published roster that covers a day."""
    return Roster.objects.filter(state=Roster.State.PUBLISHED, begins__lte=day, ends__gt=day).first()


def published_at(at: datetime, law: Law) -> Roster | None:
    """The published roster that covers an instant: the force day in which it lies."""
    return published_on(force_day(at, law))


def document_of(
    roster: Roster, *, cover: Cover, law: Law, begins: date | None = None, ends: date | None = None,
    units: Iterable[str] | None = None, change: Mapping[str, Callable[[Member], Member]] | None = None,
) -> Document:  # fmt: skip
    """The document of a roster, or of some of its days and units; what was before stands in it as history.

    `change`: people, by reference, as they would be.
    """
    begins, ends = max(begins or roster.begins, roster.begins), min(ends or roster.ends, roster.ends)
    chosen = None if units is None else tuple(units)
    changed = change or {}
    people = [
        changed[one.officer](one) if one.officer in changed else one
        for one in members(begins=begins, ends=ends, cover=cover, units=chosen)
    ]
    duties = duties_of(roster, begins=begins, ends=ends, units=chosen)
    known = {one.officer for one in people}
    described = Described(
        ref=roster.ref,
        begins=begins,
        ends=ends,
        people=people if begins == roster.begins else _with_earlier(people, roster, begins),
        duties=[(f"officer:{one.officer_id}", one.unit, as_duty(one)) for one in duties if _known(one, known)],
    )
    return describe(described, cover=_some(cover, chosen), law=law)


def _known(one: PlannedDuty, people: set[str]) -> bool:
    return f"officer:{one.officer_id}" in people


def _some(cover: Cover, units: Sequence[str] | None) -> Cover:
    if units is None:
        return cover
    return Cover(
        shifts=cover.shifts,
        patterns=cover.patterns,
        units={key: unit for key, unit in cover.units.items() if key in units},
        special=tuple(one for one in cover.special if one.unit in units),
        events=tuple(one for one in cover.events if one.unit in units),
    )


def duties_of(
    roster: Roster, *, begins: date | None = None, ends: date | None = None, units: Iterable[str] | None = None
) -> list[PlannedDuty]:
    """The duties of a roster by unit, officer and day."""
    rows = PlannedDuty.objects.filter(roster=roster).order_by("unit", "officer_id", "day", "kind")
    if begins:
        rows = rows.filter(day__gte=begins)
    if ends:
        rows = rows.filter(day__lt=ends)
    return list(rows.filter(unit__in=list(units)) if units is not None else rows)


def _with_earlier(people: Sequence[Member], roster: Roster, begins: date) -> list[Member]:
    """For a draft, its own days before are history too; those of published rosters are read with the members."""
    from dataclasses import replace

    if roster.state == Roster.State.PUBLISHED:
        return list(people)
    earlier: dict[str, list[Duty]] = {}
    for one in duties_of(roster, ends=begins):
        earlier.setdefault(f"officer:{one.officer_id}", []).append(as_duty(one))
    return [replace(one, history=(*one.history, *earlier.get(one.officer, ()))) for one in people]


def as_duty(row: PlannedDuty) -> Duty:
    """The facts of a planned duty."""
    on_call = row.kind == PlannedDuty.Kind.ON_CALL
    return Duty(begins=row.during.lower, ends=row.during.upper, on_call=on_call, unit=row.unit)


def line_of(member: Member, duties: Iterable[Duty], *, cover: Cover, begins: date, ends: date) -> Line:
    """One person's line as the rules take it: history, duties, court and training, leave, what they may be put on."""
    fixed = (away_duty(day) for day in member.days_of(*WORKED_AWAY) if begins <= day < ends)
    return Line(
        officer=member.name,
        begins=min(member.known_from or begins, begins),
        ends=ends,
        duties=(*member.history, *duties, *fixed),
        leave=member.days_of(Away.LEAVE),
        court=member.days_of(Away.COURT),
        able=member.able(cover.asks),
    )


def names(references: Iterable[str]) -> dict[str, str]:
    """Officers' names by reference, in one statement."""
    keys = [int(one.partition(":")[2]) for one in references if one.startswith("officer:")]
    return {officer.ref: str(officer) for officer in Officer.objects.filter(pk__in=keys)}
