"""The least change to the published roster that covers a unit again over the next days, proved where it can be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.actions.running_the_day import Asked
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import CoverGap, PlannedDuty, Roster
from bluelamp.duty.published import as_duty, duties_of
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, Duty
from bluelamp.duty.rules.planning import Away, Member, Planned
from bluelamp.duty.rules.repairs import Change as OneDay
from bluelamp.duty.rules.repairs import priced
from bluelamp.places.law_in_force import law_of

if TYPE_CHECKING:
    from bluelamp.duty.solving.repairing import Change, Repair

REACH, SECONDS = 14, 15.0
"""Days ahead that may be changed, and the longest that is searched."""


@dataclass(frozen=True, kw_only=True)
class NamedChange:
    """One change with the officer's name, the shifts in words, and what it costs by which law. `key`: the change as a
    form sends it back."""

    name: str
    day: date
    before: str
    after: str
    cost: str
    source: str
    key: str


@dataclass(frozen=True, kw_only=True)
class LeastChange:
    """What would change; `proved`: nothing less does it; how many are still missing."""

    changes: tuple[NamedChange, ...]
    proved: bool
    missing: int


def least_change(gap: CoverGap, *, at: datetime) -> LeastChange | None:
    """The least change for a gap's unit from the day on which the gap begins; None where none is found in the time."""
    cover = cover_in_force()
    begins = max(local_day(at), local_day(gap.begins))
    found = _repair(gap.roster, gap.unit, cover, begins, min(begins + REACH * DAY, gap.roster.ends))
    if found is None:
        return None
    people = {one.officer: one for one in members(begins=begins, ends=begins + DAY, cover=cover, units=[gap.unit])}
    changes = tuple(_named(one, people[one.officer], gap.unit, cover, at) for one in found.changes)
    return LeastChange(changes=changes, proved=found.least, missing=sum(one.people for one in found.missing))


def _named(one: "Change", member: Member, unit: str, cover: Cover, at: datetime) -> NamedChange:
    shift = cover.shifts[one.after or one.before]
    begins, ends = shift.window.on(one.day)
    change = OneDay(officer=one.officer, day=one.day, before=one.before, after=one.after, unit=unit, begins=begins,
                    ends=ends, on_call=shift.on_call)  # fmt: skip
    option = priced(change, member, shifts=cover.shifts, told_at=at, law=law_of("duty"))
    key = f"{one.officer.partition(':')[2]} {one.day} {one.before or '-'} {one.after or '-'}"
    return NamedChange(name=member.name, day=one.day, before=_said(one.before, cover), after=_said(one.after, cover),
                       cost=option.cost, source=option.source, key=key)  # fmt: skip


def asked_of(keys: Iterable[str]) -> list[Asked]:
    """The changes that a form sent back. Raises ValueError for what is no change."""
    cover, found = cover_in_force(), []
    for key in keys:
        officer, day, before, after = key.split(" ")
        before, after = before.strip("-"), after.strip("-")
        shift = cover.shifts.get(after or before)
        found.append(Asked(officer=int(officer), day=date.fromisoformat(day), before=before, after=after,
                           on_call=shift is not None and shift.on_call))  # fmt: skip
    return found


def _said(shift: str, cover: Cover) -> str:
    return cover.shifts[shift].name.lower() if shift in cover.shifts else "off"


def _repair(roster: Roster, unit: str, cover: Cover, begins: date, ends: date) -> "Repair | None":
    from bluelamp.duty.solving.repairing import repair  # SciPy takes half a second: not at every start of a web worker

    people = members(begins=begins, ends=ends, cover=cover, units=[unit])
    known = {one.officer for one in people}
    duties = [one for one in duties_of(roster, units=[unit]) if f"officer:{one.officer_id}" in known]
    later: dict[str, list[Duty]] = {}
    for one in duties:
        if one.day >= ends:
            later.setdefault(f"officer:{one.officer_id}", []).append(as_duty(one))
    now = [replace(one, history=(*one.history, *later.get(one.officer, ()))) for one in people]
    away = {one.officer: one.away for one in people}
    stands = [
        Planned(officer=f"officer:{one.officer_id}", day=one.day, shift=one.shift)
        for one in duties if begins <= one.day < ends and _there(one, away)
    ]  # fmt: skip
    try:
        return repair(
            unit=unit, members=now, published=stands, cover=cover, begins=begins, ends=ends, law=law_of("duty"),
            seconds=SECONDS,
        )  # fmt: skip
    except ValueError:
        return None


def _there(one: PlannedDuty, away: Mapping[str, Mapping[date, Away]]) -> bool:
    return one.day not in away.get(f"officer:{one.officer_id}", {})
