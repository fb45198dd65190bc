"""The day as it runs: a sick call, officers asked to mend a gap, their answers, and the roster mended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty import events
from bluelamp.duty.applying import apply, as_json, insist_sound
from bluelamp.duty.applying import units_of as units_of_changes
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import recheck_days, units_of
from bluelamp.duty.mending import people_around, ways
from bluelamp.duty.models import Absence, Ask, CoverGap, DutyNotice, PlannedDuty, Post
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.rules.repairs import Change, Option, priced
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

LONGEST = 366


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One change of a repair that takes several: from the shift before to the one after, "" for none."""

    officer: int
    day: date
    before: str
    after: str
    on_call: bool = False


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
        changes=[as_json(option, row.pk)], asked_by=by.name, asked_at=at,
    )  # fmt: skip
    words = {"words": option.title}
    write(events.ASKED_TO_CHANGE, record=ask.ref, about=(row.ref, _ref(officer), row.roster.ref), words=words)
    _notice(officer, f"{by.name} asks: {option.title}, {spoken_day(option.change.day)}. {option.cost}.", at)
    return ask.ref


@action
def answer_ask(*, ask: int, agreed: bool, why: str = "", by: Acting, at: datetime, key: str | None = None) -> str:
    """The officer's answer, their own or taken down at the desk. Where they agree the roster is mended at once; where
    several were asked as one, once the last of them agrees, and not at all where one declines.

    Raises Refused where it was answered, and with the rule where the change became illegal meanwhile.
    """
    require(by, "duty.run_day", "duty.mine")
    row = Ask.objects.select_for_update(of=("self",)).select_related("officer", "roster").get(pk=ask)
    if not by.may("duty.run_day") and row.officer_id != by.officer_id:
        insist(refused("Only who was asked answers.", "Force policy"))
    if row.state != Ask.State.ASKED:
        insist(refused(f"This was {row.get_state_display().lower()} already.", "Order of events"))
    row.state, row.answered_at = Ask.State.AGREED if agreed else Ask.State.DECLINED, at
    row.save(update_fields=["state", "answered_at"])
    write(events.ANSWERED, record=row.ref, about=(_ref(row.officer_id), row.roster.ref),
          facts={"answer": row.get_state_display().lower()}, reason=why.strip())  # fmt: skip
    others = list(_asked_with(row))
    if not agreed:
        _no_longer(others, str(row.officer), at)
    elif all(one.state == Ask.State.AGREED for one in others):
        apply([row, *others], at)
    return row.ref


def _asked_with(ask: Ask) -> QuerySet[Ask]:
    """The others who were asked as one with this officer; nobody where they were asked alone."""
    together = ask.changes[0].get("together")
    if not together:
        return Ask.objects.none()
    found = Ask.objects.select_for_update().filter(roster=ask.roster_id, changes__0__together=together)
    return found.exclude(pk=ask.pk).order_by("pk")


def _no_longer(others: Iterable[Ask], who: str, at: datetime) -> None:
    """One declined what takes them all: nobody else's duties change."""
    for one in others:
        if one.state in (Ask.State.ASKED, Ask.State.AGREED):
            one.state, one.answered_at = Ask.State.OVERTAKEN, one.answered_at or at
            one.save(update_fields=["state", "answered_at"])
            _notice(one.officer_id, f"No longer needed, {who} declined: {one.words}", at)


@action
def ask_together(*, gap: int, changes: Sequence[Asked], by: Acting, at: datetime, key: str | None = None) -> list[str]:
    """Ask everyone whom a repair takes, such as the least change of all; it is made once the last of them agrees.

    Raises Refused where a duty is no longer as it was, and where the changes together break a rule or leave a gap.
    """
    require(by, "duty.run_day")
    row = _open_gap(gap)
    options = _options(row, changes, at)
    made = [one.change for one in options]
    insist_sound(row.roster, made, units_of_changes(made), at)
    together, asks = f"{row.ref} {at.isoformat()}", []
    for officer in dict.fromkeys(one.member.officer for one in options):
        mine = [one for one in options if one.member.officer == officer]
        words, cost = "; ".join(one.title for one in mine), ". ".join(one.cost for one in mine)
        ask = Ask.objects.create(
            roster=row.roster, officer_id=int(officer.partition(":")[2]), unit=row.unit, words=words[:200],
            cost=cost[:300], changes=[as_json(one, row.pk, together) for one in mine], asked_by=by.name, asked_at=at,
        )  # fmt: skip
        write(events.ASKED_TO_CHANGE, record=ask.ref, about=(row.ref, officer, row.roster.ref), words={"words": words})
        _notice(ask.officer_id, f"{by.name} asks: {words}. {cost}.", at)
        asks.append(ask.ref)
    return asks


def _options(gap: CoverGap, changes: Sequence[Asked], at: datetime) -> list[Option]:
    """Each change with its cost. Raises Refused where there is none, or where a duty is not as it was."""
    cover, law = cover_in_force(), law_of("duty")
    if not changes:
        insist(refused("There is nothing to ask for.", "Order of events"))
    people = {one.officer: one for one, _ in people_around(gap.roster, changes[0].day, cover, [gap.unit])}
    found = []
    for one in changes:
        kind = PlannedDuty.Kind.ON_CALL if one.on_call else PlannedDuty.Kind.DUTY
        stood = gap.roster.duties.filter(officer=one.officer, day=one.day, kind=kind).first()
        shift = cover.shifts.get(one.after or one.before)
        member = people.get(_ref(one.officer))
        if (stood.shift if stood else "") != one.before or shift is None or member is None:
            raise Refused(refused("A duty is no longer as it was. Work it out again.", "Order of events"))
        begins, ends = shift.window.on(one.day)
        change = Change(officer=_ref(one.officer), day=one.day, before=one.before, after=one.after, unit=gap.unit,
                        begins=begins, ends=ends, on_call=one.on_call)  # fmt: skip
        found.append(priced(change, member, shifts=cover.shifts, told_at=at, law=law))
    return found


def _open_gap(pk: int) -> CoverGap:
    row = CoverGap.objects.select_related("roster").select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None or row.closed_at:
        raise Refused(refused("This gap is mended.", "Order of events"))
    return row


def _ref(officer: int) -> str:
    return f"officer:{officer}"


def _notice(officer: int, words: str, at: datetime) -> None:
    DutyNotice.objects.create(officer_id=officer, words=words[:300], told_at=at)
