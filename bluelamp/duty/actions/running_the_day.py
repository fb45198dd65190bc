"""The day as it runs: a sick call, officers asked to mend a gap, their answers, and the roster mended."""

from datetime import date, datetime
from typing import Any

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty import events
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import recheck, recheck_days, units_of
from bluelamp.duty.mending import people_around, set_change, ways
from bluelamp.duty.models import Absence, Ask, CoverGap, DutyNotice, PlannedDuty, Post, Roster, TimeEntry
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.rules.repairs import Change, Option, newly_broken
from bluelamp.duty.touring import stay_on
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

LONGEST = 366


@action
def take_sick_call(
    *, officer: int, first: date, last: date, by: Acting, at: datetime, key: str | None = None
) -> list[str]:
    """An officer rings in sick, from a day to a day. Answers the gaps that this leaves in the published roster."""
    require(by, "duty.run_day")
    if last < first or (last - first).days > LONGEST:
        insist(refused("The last day is not before the first.", "Order of events", field="last"))
    if not Post.objects.filter(officer=officer).exists():
        insist(refused("This officer is not on the establishment.", "Order of events", field="officer"))
    row = Absence.objects.create(officer_id=officer, kind=Away.SICK.value, first=first, last=last, told_at=at)
    facts = {"first": spoken_day(first), "last": spoken_day(last)}
    write(events.SICK_CALL, record=row.ref, about=(f"officer:{officer}",), facts=facts)
    return [gap.ref for gap in recheck_days(first, last, units_of(officer, first, last), at)]


@action
def ask_to_mend(*, gap: int, officer: int, title: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Ask the officer of one of the ways to mend a gap. Worked out anew: one that no longer holds is refused."""
    require(by, "duty.run_day")
    row = _open_gap(gap)
    found, _ = ways(row, at=at)
    way = next((one for one in found if one.option.title == title and one.option.member.officer == _ref(officer)), None)
    if way is None:
        raise Refused(refused("This way no longer mends the gap. Choose from those that do now.", "Order of events"))
    option = way.option
    ask = Ask.objects.create(
        roster=row.roster, officer_id=officer, unit=row.unit, words=option.title[:200], cost=option.cost[:300],
        changes=[_as_json(option, row.pk)], asked_by=by.name, asked_at=at,
    )  # fmt: skip
    words = {"words": option.title}
    write(events.ASKED_TO_CHANGE, record=ask.ref, about=(row.ref, _ref(officer), row.roster.ref), words=words)
    _notice(officer, f"{by.name} asks: {option.title}, {spoken_day(option.change.day)}. {option.cost}.", at)
    return ask.ref


@action
def answer_ask(*, ask: int, agreed: bool, why: str = "", by: Acting, at: datetime, key: str | None = None) -> str:
    """The officer's answer, their own or taken down at the desk. Where they agree the roster is mended at once.

    Raises Refused where it was answered, and with the rule where the change became illegal meanwhile.
    """
    require(by, "duty.run_day", "duty.mine")
    row = Ask.objects.select_for_update().get(pk=ask)
    if not by.may("duty.run_day") and row.officer_id != by.officer_id:
        insist(refused("Only who was asked answers.", "Force policy"))
    if row.state != Ask.State.ASKED:
        insist(refused(f"This was {row.get_state_display().lower()} already.", "Order of events"))
    row.state, row.answered_at = Ask.State.AGREED if agreed else Ask.State.DECLINED, at
    row.save(update_fields=["state", "answered_at"])
    write(events.ANSWERED, record=row.ref, about=(_ref(row.officer_id), row.roster.ref),
          facts={"answer": row.get_state_display().lower()}, reason=why.strip())  # fmt: skip
    if agreed:
        _apply(row, at)
    return row.ref


def _apply(ask: Ask, at: datetime) -> None:
    """Make the change that was agreed to: every rule is asked again, the cover rechecked, the time written down."""
    roster = Roster.objects.select_for_update().get(pk=ask.roster_id)
    said = ask.changes[0]
    change = _from_json(said)
    _insist_legal(roster, change)
    before = set_change(roster, change, PlannedDuty.Source.REPAIR)
    units = {change.unit, *Post.objects.filter(officer=ask.officer_id).values_list("unit", flat=True)}
    roster.version += 1
    roster.changed_by, roster.changed_at, roster.changed_words = ask.asked_by, at, ask.words
    roster.save(update_fields=["version", "changed_by", "changed_at", "changed_words"])
    facts = {"day": change.day.isoformat(), "before": before or "off", "after": change.after}
    about = (ask.ref, _ref(ask.officer_id))
    write(events.REPAIRED, record=roster.ref, about=about, facts=facts, words={"words": ask.words})
    recheck(
        roster, units=units, begins=max(change.day - DAY, roster.begins), ends=min(change.day + 2 * DAY, roster.ends),
        at=at,
    )  # fmt: skip
    _write_time(ask, said, change)
    if change.begins <= at < change.ends and not change.on_call:
        stay_on(ask.officer_id, change.ends, at)
    Ask.objects.filter(pk=ask.pk).update(state=Ask.State.APPLIED)
    gap = CoverGap.objects.filter(pk=said["gap"]).first()
    if gap and gap.closed_at:
        others = Ask.objects.filter(roster=roster, state=Ask.State.ASKED, changes__0__gap=gap.pk)
        others.update(state=Ask.State.OVERTAKEN, answered_at=at)


def _insist_legal(roster: Roster, change: Change) -> None:
    cover = cover_in_force()
    people = people_around(roster, change.day, cover)
    member, placed = next((one for one in people if one[0].officer == change.officer), (None, []))
    if member is None:
        raise Refused(refused("The officer is no longer on the establishment.", "Order of events"))
    if member.away.get(change.day):
        why = Absence.KINDS[member.away[change.day].value].lower()
        insist(refused(f"{member.name} is away on {spoken_day(change.day)}: {why}.", "Order of events"))
    against = newly_broken(member, placed, change, law_of("duty"), cover=cover)
    if against:
        insist(refused(f"It became unlawful meanwhile: {against.words}", against.source))


def _write_time(ask: Ask, said: dict[str, Any], change: Change) -> None:
    entries = []
    if said["minutes"]:
        entries.append((TimeEntry.Kind.OVERTIME, said["minutes"]))
    if said["rest_day"]:
        entries.append((TimeEntry.Kind.REST_DAY, 1))
    if change.on_call:
        entries.append((TimeEntry.Kind.ON_CALL, 1))
    for kind, amount in entries:
        row = TimeEntry.objects.create(
            officer_id=ask.officer_id, kind=kind, amount=amount, day=change.day, because=ask.words,
            source=said["source"], record=ask.ref,
        )  # fmt: skip
        facts = {"kind": row.get_kind_display(), "amount": amount, "day": spoken_day(change.day)}
        write(events.TIME_WRITTEN, record=_ref(ask.officer_id), about=(ask.ref,), facts=facts)


def _open_gap(pk: int) -> CoverGap:
    row = CoverGap.objects.select_related("roster").select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None or row.closed_at:
        raise Refused(refused("This gap is mended.", "Order of events"))
    return row


def _ref(officer: int) -> str:
    return f"officer:{officer}"


def _notice(officer: int, words: str, at: datetime) -> None:
    DutyNotice.objects.create(officer_id=officer, words=words[:300], told_at=at)


def _as_json(option: Option, gap: int) -> dict[str, Any]:
    change = option.change
    return {
        "gap": gap, "officer": change.officer, "day": change.day.isoformat(), "before": change.before,
        "after": change.after, "unit": change.unit, "begins": change.begins.isoformat(),
        "ends": change.ends.isoformat(), "on_call": change.on_call, "minutes": option.minutes,
        "rest_day": option.rest_day, "source": option.source,
    }  # fmt: skip


def _from_json(said: dict[str, Any]) -> Change:
    return Change(
        officer=said["officer"], day=date.fromisoformat(said["day"]), before=said["before"], after=said["after"],
        unit=said["unit"], begins=datetime.fromisoformat(said["begins"]), ends=datetime.fromisoformat(said["ends"]),
        on_call=said["on_call"],
    )  # fmt: skip
