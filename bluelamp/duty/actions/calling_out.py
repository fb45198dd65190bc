"""Calling out who is on call: called, answered, or passed on to the next in line."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.duty import events
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import Absence, CallOut, DutyNotice, PlannedDuty, Post, Roster
from bluelamp.duty.owed import CALL_ANSWERED, call_out_due
from bluelamp.ledger.actions.writing import action, write
from bluelamp.messages.pushing import push_to
from bluelamp.messages.rules.pushing import Occasion
from bluelamp.owed.actions.stating import end, keep, promise
from bluelamp.verdict import Refused, insist, refused

SOURCE = "The published roster"


@action
def call_out(*, unit: str, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Call the officer of a unit who is on call now. Raises Refused where nobody is, or where one is called already."""
    require(by, "duty.run_day")
    if not why.strip():
        insist(refused("Say what they are needed for: it is the first thing they ask.", "Force policy", field="why"))
    return _call(unit, why.strip(), None, by, at).ref


@action
def answer_call_out(
    *, call_out: int, coming: bool, why: str = "", by: Acting, at: datetime, key: str | None = None
) -> str:
    """The officer answers, themselves or through the desk: coming, or why not."""
    require(by, "duty.run_day", "duty.mine")
    row = _called(call_out)
    if not by.may("duty.run_day") and row.officer_id != by.officer_id:
        insist(refused("Only who was called answers.", "Force policy"))
    _settle(row, CallOut.State.COMING if coming else CallOut.State.CANNOT, at, why)
    return row.ref


@action
def no_answer(*, call_out: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Nobody answered: the next in line is called. Raises Refused where there is no next."""
    require(by, "duty.run_day")
    row = CallOut.objects.select_for_update().get(pk=call_out)
    if row.state not in (CallOut.State.CALLED, CallOut.State.CANNOT):
        insist(refused(f"This call out is answered: {row.get_state_display().lower()}.", "Order of events"))
    if row.state == CallOut.State.CALLED:
        _settle(row, CallOut.State.NO_ANSWER, at, "")
    return _call(row.unit, row.why, row, by, at).ref


@action
def stand_down(*, call_out: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """They are no longer needed."""
    require(by, "duty.run_day")
    row = CallOut.objects.select_for_update().get(pk=call_out)
    if row.state not in (CallOut.State.CALLED, CallOut.State.COMING):
        insist(refused("This call out is over.", "Order of events"))
    _settle(row, CallOut.State.STOOD_DOWN, at, "")
    return row.ref


def _next_in_line(unit: str, at: datetime, *, tried: set[int]) -> int | None:
    """Who is called next: on call for the unit now, then on call for any unit, then of the unit and on duty tomorrow.

    Nobody who was tried, is away, or is at rest between nights is named; None where nobody is left.
    """
    rows = PlannedDuty.objects.filter(roster__state=Roster.State.PUBLISHED, during__contains=at)
    calls = rows.filter(kind=PlannedDuty.Kind.ON_CALL).order_by("pk").values_list("officer_id", "unit")
    absent = _away_on(at)
    own = [officer for officer, of in calls if of == unit]
    others = [officer for officer, of in calls if of != unit]
    return next((one for one in (*own, *others) if one not in tried and one not in absent), None)


def _away_on(at: datetime) -> set[int]:
    day = local_day(at)
    rows = Absence.objects.filter(state=Absence.State.GRANTED, first__lte=day, last__gte=day)
    return set(rows.values_list("officer_id", flat=True))


def _call(unit: str, why: str, follows: CallOut | None, by: Acting, at: datetime) -> CallOut:
    cover = cover_in_force()
    if unit not in cover.units:
        insist(refused("There is no such unit.", "The borough's cover, cover.toml", field="unit"))
    tried, before = set[int](), follows
    while before:
        tried.add(before.officer_id)
        before = before.follows
    officer = _next_in_line(unit, at, tried=tried)
    if officer is None:
        words = "Nobody else is on call now. Ring the duty inspector."
        raise Refused(refused(words, SOURCE, field="unit"))
    row = CallOut.objects.create(
        unit=unit, officer_id=officer, why=why[:300], called_at=at, called_by=by.name, follows=follows
    )
    name, who = cover.units[unit].name, str(Post.objects.select_related("officer").get(officer=officer).officer)
    about = (f"officer:{officer}", *((follows.ref,) if follows else ()))
    write(events.CALLED_OUT, record=row.ref, about=about, facts={"unit": name}, words={"why": why})
    promise(CALL_ANSWERED, record=row.ref, due=call_out_due(at), facts={"unit": name}, words={"who": who})
    DutyNotice.objects.create(officer_id=officer, words=f"Called out for {name}: {why}"[:300], told_at=at)
    push_to(officer, occasion=Occasion.CALL_OUT, about=row.ref, news=row.ref, at=at)
    return row


def _called(pk: int) -> CallOut:
    row = CallOut.objects.select_for_update().get(pk=pk)
    if row.state != CallOut.State.CALLED:
        insist(refused(f"This call out is answered: {row.get_state_display().lower()}.", "Order of events"))
    return row


def _settle(row: CallOut, state: str, at: datetime, why: str) -> None:
    was_called = row.state == CallOut.State.CALLED
    row.state, row.answered_at = state, at
    row.save(update_fields=["state", "answered_at"])
    facts = {"state": row.get_state_display().lower()}
    write(events.CALL_ANSWERED, record=row.ref, about=(f"officer:{row.officer_id}",), facts=facts, reason=why.strip())
    if was_called:
        settle = end if state == CallOut.State.NO_ANSWER else keep
        settle(CALL_ANSWERED, record=row.ref)
