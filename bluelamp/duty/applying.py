"""Making the changes that officers agreed to, inside the action that takes the last of their answers."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty import events
from bluelamp.duty.changed_cover import missing_in, newly_wrong, with_change
from bluelamp.duty.checking.check import check
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import recheck
from bluelamp.duty.mending import people_around, set_change
from bluelamp.duty.models import Absence, Ask, CoverGap, PlannedDuty, Post, Roster
from bluelamp.duty.published import document_of
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.repairs import Change, Option, newly_broken
from bluelamp.duty.rules.swapping import COVER_SOURCE, worse
from bluelamp.duty.time_account import write_time
from bluelamp.duty.touring import stay_on
from bluelamp.ledger.actions.writing import write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Reason, Refused, Verdict, insist, refused


def apply(asks: Sequence[Ask], at: datetime) -> None:
    """Make every change of these asks, all of one roster: every rule is asked again, the cover of every unit that gives
    or gets somebody is checked before and looked at after, the time is written down. Raises Refused with the rule."""
    roster = Roster.objects.select_for_update().get(pk=asks[0].roster_id)
    changes = [(ask, said, change_of(said)) for ask in asks for said in ask.changes]
    units = units_of([change for _, _, change in changes])
    _insist_there(roster, [change for _, _, change in changes])
    insist_sound(roster, [change for _, _, change in changes], units, at)
    for ask, _, change in changes:
        before = set_change(roster, change, PlannedDuty.Source.REPAIR)
        facts = {"day": change.day.isoformat(), "before": before or "off", "after": change.after or "off"}
        about = (ask.ref, change.officer)
        write(events.REPAIRED, record=roster.ref, about=about, facts=facts, words={"words": ask.words})
    _changed(roster, asks, at)
    first, last = min(one.day for _, _, one in changes), max(one.day for _, _, one in changes)
    recheck(roster, units=units, begins=max(first - DAY, roster.begins), ends=min(last + 2 * DAY, roster.ends), at=at)
    for ask, said, change in changes:
        _write_time(ask, said, change)
        if change.after and change.begins <= at < change.ends and not change.on_call:
            stay_on(ask.officer_id, change.ends, at)
    _settle(roster, asks, at)


def _changed(roster: Roster, asks: Sequence[Ask], at: datetime) -> None:
    roster.version += 1
    roster.changed_by, roster.changed_at, roster.changed_words = asks[0].asked_by, at, asks[0].words
    roster.save(update_fields=["version", "changed_by", "changed_at", "changed_words"])


def _settle(roster: Roster, asks: Sequence[Ask], at: datetime) -> None:
    """What was asked is done; what else was asked for the same gap is no longer needed once it is closed."""
    Ask.objects.filter(pk__in=[one.pk for one in asks]).update(state=Ask.State.APPLIED)
    gap = CoverGap.objects.filter(pk=asks[0].changes[0]["gap"]).first()
    if gap and gap.closed_at:
        others = Ask.objects.filter(roster=roster, state=Ask.State.ASKED, changes__0__gap=gap.pk)
        others.update(state=Ask.State.OVERTAKEN, answered_at=at)


def units_of(changes: Sequence[Change]) -> set[str]:
    """The units that these changes touch: those that the duties are for, and those of the officers."""
    officers = [_number(one.officer) for one in changes]
    own = Post.objects.filter(officer__in=officers).values_list("unit", flat=True)
    return {*(one.unit for one in changes), *own} - {""}


def insist_sound(roster: Roster, changes: Sequence[Change], units: set[str], at: datetime) -> None:
    """Raise Refused where the changes together would break a hard rule or leave a unit shorter than it is."""
    cover = cover_in_force()
    begins, ends = min(one.day for one in changes) - DAY, max(one.day for one in changes) + 3 * DAY
    document = document_of(roster, cover=cover, law=law_of("duty"), begins=begins, ends=ends, units=units)
    before = check(document)
    for one in changes:
        document = with_change(document, one)
    after = check(document)
    gaps = [one for one in worse(missing_in(before, cover), missing_in(after, cover)) if one.ends > at]
    reasons = [Reason(words=one.words, source=COVER_SOURCE) for one in gaps]
    reasons += [Reason(words=f"It became unlawful meanwhile: {one.words}.", source=one.source)
                for one in newly_wrong(after, before)]  # fmt: skip
    if reasons:
        raise Refused(Verdict(allowed=False, reasons=tuple(reasons)))


def _insist_there(roster: Roster, changes: Sequence[Change]) -> None:
    """Everyone is on the establishment and not away; one change alone breaks no hard rule of its officer's line."""
    cover, law = cover_in_force(), law_of("duty")
    for change in changes:
        people = people_around(roster, change.day, cover)
        member, placed = next((one for one in people if one[0].officer == change.officer), (None, []))
        if member is None:
            raise Refused(refused("The officer is no longer on the establishment.", "Order of events"))
        if change.after and member.away.get(change.day):
            why = Absence.KINDS[member.away[change.day].value].lower()
            insist(refused(f"{member.name} is away on {spoken_day(change.day)}: {why}.", "Order of events"))
        if len(changes) == 1 and (against := newly_broken(member, placed, change, law, cover=cover)):
            insist(refused(f"It became unlawful meanwhile: {against.words}", against.source))


def _write_time(ask: Ask, said: dict[str, Any], change: Change) -> None:
    write_time(
        ask.officer_id, day=change.day, because=ask.words, source=said["source"], record=ask.ref,
        overtime=said["minutes"], rest_days=int(said["rest_day"]), on_call=bool(change.on_call and change.after),
    )  # fmt: skip


def as_json(option: Option, gap: int, together: str = "") -> dict[str, Any]:
    """One change as an ask keeps it. `together`: the same for all who are asked as one."""
    change = option.change
    return {
        "gap": gap, "officer": change.officer, "day": change.day.isoformat(), "before": change.before,
        "after": change.after, "unit": change.unit, "begins": change.begins.isoformat(),
        "ends": change.ends.isoformat(), "on_call": change.on_call, "minutes": option.minutes,
        "rest_day": option.rest_day, "source": option.source, "together": together,
    }  # fmt: skip


def change_of(said: dict[str, Any]) -> Change:
    """The change that an ask keeps."""
    return Change(
        officer=said["officer"], day=date.fromisoformat(said["day"]), before=said["before"], after=said["after"],
        unit=said["unit"], begins=datetime.fromisoformat(said["begins"]), ends=datetime.fromisoformat(said["ends"]),
        on_call=said["on_call"],
    )  # fmt: skip


def _number(reference: str) -> int:
    return int(reference.partition(":")[2])
