"""Calling out who is on call: called, answered, or passed on to the next in line."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.duty import events
from bluelamp.duty.call_line import next_in_line
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import CallOut, DutyNotice, PlannedDuty, Post, Roster
from bluelamp.duty.owed import CALL_ANSWERED, call_out_due
from bluelamp.duty.rules.overtime import RANKS, recall_minutes
from bluelamp.duty.time_account import write_time
from bluelamp.ledger.actions.writing import action, write
from bluelamp.messages.pushing import push_to
from bluelamp.messages.rules.pushing import Occasion
from bluelamp.owed.actions.stating import end, keep, promise
from bluelamp.places.law_in_force import law_of
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
def stand_down(*, call_out: int, time_back: bool = False, by: Acting, at: datetime, key: str | None = None) -> str:
    """They are no longer needed. What they worked since they said that they were coming is written to their account of
    time, as overtime or as time back, as they choose: for constables and sergeants, outside of their own duty."""
    require(by, "duty.run_day")
    row = CallOut.objects.select_for_update(of=("self",)).select_related("officer").get(pk=call_out)
    if row.state not in (CallOut.State.CALLED, CallOut.State.COMING):
        insist(refused("This call out is over.", "Order of events"))
    came = row.answered_at if row.state == CallOut.State.COMING else None
    _settle(row, CallOut.State.STOOD_DOWN, at, "")
    if came:
        _write_recall(row, came, at, time_back=time_back)
    return row.ref


def _write_recall(row: CallOut, came: datetime, at: datetime, *, time_back: bool) -> None:
    on_duty = PlannedDuty.objects.filter(
        roster__state=Roster.State.PUBLISHED, officer=row.officer_id, kind=PlannedDuty.Kind.DUTY, during__contains=came
    )
    if row.officer.regular_rank not in RANKS or on_duty.exists():
        return
    law, day = law_of("duty"), local_day(came)
    minutes = recall_minutes(worked=at - came, law=law, on=day)
    write_time(
        row.officer_id, day=day, because=f"Called out: {row.why}", source=law.value("recall.least", on=day).source,
        record=row.ref, overtime=0 if time_back else minutes, time_back=minutes if time_back else 0,
    )  # fmt: skip


def _call(unit: str, why: str, follows: CallOut | None, by: Acting, at: datetime) -> CallOut:
    cover = cover_in_force()
    if unit not in cover.units:
        insist(refused("There is no such unit.", "The borough's cover, cover.toml", field="unit"))
    tried, before = set[int](), follows
    while before:
        tried.add(before.officer_id)
        before = before.follows
    officer = next_in_line(unit, at, tried=tried)
    if officer is None:
        words = (
            "Nobody else is on call now, and nobody of the unit who works tomorrow is rested. Ask the duty inspector."
        )
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
