"""Calling out who is on call: the right one first, an answer in time, and the next in line."""

from datetime import time, timedelta

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.calling_out import answer_call_out, call_out, no_answer, stand_down
from bluelamp.duty.models import CallOut, DutyNotice, PlannedDuty, TimeEntry
from bluelamp.duty.rules.planning import Away
from bluelamp.ledger.models import Entry
from bluelamp.messages.models import Push, PushDevice
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, NOW, Littleford

NIGHT = local(MONDAY + 8 * DAY, time(2, 30))


def call(littleford: Littleford) -> CallOut:
    ref = call_out(unit="response", why="Burglary in progress", by=littleford.planner, at=NIGHT)
    return CallOut.objects.get(pk=ref.partition(":")[2])


@pytest.fixture
def borough(littleford: Littleford) -> Littleford:
    littleford.a_published_roster()
    return littleford


def test_who_is_on_call_is_called_told_and_owed_an_answer(borough: Littleford) -> None:
    made = call(borough)
    on_call = PlannedDuty.objects.get(kind="on_call", during__contains=NIGHT)
    assert made.officer_id == on_call.officer_id
    assert DutyNotice.objects.filter(officer=made.officer, words__contains="Burglary in progress").exists()
    promise = Promise.objects.get(kind="duty.call_answered", record=made.ref)
    assert promise.due_at - NIGHT == timedelta(minutes=10)


def test_who_is_called_out_is_alerted_on_their_own_device_with_no_story(borough: Littleford) -> None:
    officer = PlannedDuty.objects.get(kind="on_call", during__contains=NIGHT).officer
    PushDevice.objects.create(officer=officer, name="Phone", endpoint="https://fcm.googleapis.com/x", added_at=NOW)
    made = call(borough)
    push = Push.objects.get()
    assert (push.occasion, push.about) == ("call_out", made.ref)
    entry = Entry.objects.get(event="messages.push_asked")
    assert "Burglary" not in str(entry.facts)


def test_coming_keeps_the_promise(borough: Littleford) -> None:
    made = call(borough)
    answer_call_out(call_out=made.pk, coming=True, by=borough.who(made.officer.collar_number), at=NIGHT)
    made.refresh_from_db()
    assert made.state == CallOut.State.COMING
    assert Promise.objects.get(record=made.ref).state == "kept"
    with pytest.raises(Refused, match="answered: coming"):
        answer_call_out(call_out=made.pk, coming=False, by=borough.planner, at=NIGHT)
    stand_down(call_out=made.pk, by=borough.planner, at=NIGHT + timedelta(hours=1))
    with pytest.raises(Refused, match="is over"):
        stand_down(call_out=made.pk, by=borough.planner, at=NIGHT + timedelta(hours=2))


def nobody_tomorrow(borough: Littleford) -> None:
    """Nobody of the unit works on the day after: only who is on call is left."""
    PlannedDuty.objects.filter(day=MONDAY + 8 * DAY, kind="duty").delete()


def test_the_third_in_line_is_of_the_unit_rested_and_works_tomorrow(borough: Littleford) -> None:
    """The one on the late of the day before has not had 11 hours at half past two; who works the late next has most."""
    made = call(borough)
    ref = no_answer(call_out=made.pk, by=borough.planner, at=NIGHT + timedelta(minutes=11))
    second = CallOut.objects.get(pk=ref.partition(":")[2])
    tomorrow = PlannedDuty.objects.filter(day=MONDAY + 8 * DAY, kind="duty", officer=second.officer)
    rested = PlannedDuty.objects.filter(day=MONDAY + 7 * DAY, kind="duty", shift="L", officer=second.officer)
    assert tomorrow.exists()
    assert not rested.exists()
    assert second.officer_id != made.officer_id


def test_no_answer_breaks_it_and_nobody_is_called_twice(borough: Littleford) -> None:
    nobody_tomorrow(borough)
    made = call(borough)
    with pytest.raises(Refused, match="Nobody else is on call now"):
        no_answer(call_out=made.pk, by=borough.planner, at=NIGHT + timedelta(minutes=11))
    made.refresh_from_db()
    assert made.state == CallOut.State.CALLED, "nothing was written"
    other = next(one for one in (borough.officer(str(101 + n)) for n in range(9)) if one.pk != made.officer_id)
    begins = local(MONDAY + 7 * DAY, time(7)), local(MONDAY + 8 * DAY, time(7))
    PlannedDuty.objects.create(
        roster_id=PlannedDuty.objects.first().roster_id, officer=other, unit="response", shift="C",
        day=MONDAY + 7 * DAY, kind="on_call", during=begins,
    )  # fmt: skip
    ref = no_answer(call_out=made.pk, by=borough.planner, at=NIGHT + timedelta(minutes=11))
    second = CallOut.objects.get(pk=ref.partition(":")[2])
    made.refresh_from_db()
    assert (second.officer, second.follows, made.state) == (other, made, CallOut.State.NO_ANSWER)
    assert Promise.objects.get(record=made.ref).state == "broken"


def test_who_is_sick_is_not_called(borough: Littleford) -> None:
    on_call = PlannedDuty.objects.get(kind="on_call", during__contains=NIGHT)
    away = AwayDays(officer=on_call.officer_id, kind=Away.SICK, first=NIGHT.date(), last=NIGHT.date())
    enter_away(away=[away], by=borough.planner, at=NIGHT)
    nobody_tomorrow(borough)
    with pytest.raises(Refused, match="Nobody else is on call"):
        call(borough)


def test_bad_calls_are_refused_in_words(borough: Littleford) -> None:
    for unit, why, words in (("response", " ", "Say what"), ("marines", "Fire", "no such unit")):
        with pytest.raises(Refused, match=words):
            call_out(unit=unit, why=why, by=borough.planner, at=NIGHT)
    with pytest.raises(Refused):
        call_out(unit="response", why="Fire", by=borough.who("104"), at=NOW)
    assert not CallOut.objects.exists()


@pytest.mark.parametrize(("time_back", "kind"), [(False, "overtime"), (True, "time_back")])
@pytest.mark.parametrize(("hours", "minutes"), [(1, 240), (5, 300)])
def test_what_a_recall_took_goes_into_the_account_of_time(
    borough: Littleford, time_back: bool, kind: str, hours: int, minutes: int
) -> None:
    made = call(borough)
    answer_call_out(call_out=made.pk, coming=True, by=borough.planner, at=NIGHT)
    done = NIGHT + timedelta(hours=hours, minutes=10)
    stand_down(call_out=made.pk, time_back=time_back, by=borough.planner, at=done)
    line = TimeEntry.objects.get(officer=made.officer)
    assert (line.kind, line.amount, line.because) == (kind, minutes, "Called out: Burglary in progress")
    assert "four hours at least" in line.source
    assert Entry.objects.get(event="duty.time_written").record == f"officer:{made.officer_id}"


def test_who_was_never_needed_is_owed_nothing(borough: Littleford) -> None:
    made = call(borough)
    stand_down(call_out=made.pk, by=borough.planner, at=NIGHT + timedelta(minutes=5))
    assert not TimeEntry.objects.exists()
