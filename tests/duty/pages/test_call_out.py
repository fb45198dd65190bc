"""One call out: the answer by phone or on one's own page, a late one, and the next in line."""

from datetime import timedelta

import pytest

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.actions.calling_out import call_out
from bluelamp.duty.models import CallOut, PlannedDuty, TimeEntry
from tests.duty.pages.desk import Desk
from tests.duty.pages.test_call_outs import NIGHT, desk

__all__ = ["desk"]


@pytest.fixture
def called(desk: Desk) -> CallOut:
    ref = call_out(unit="response", why="Burglary in progress", by=desk.borough.planner, at=NIGHT)
    return CallOut.objects.get(pk=ref.partition(":")[2])


def test_the_officer_answers_on_their_own_page(desk: Desk, called: CallOut) -> None:
    path, mine = f"/duty/call-out/{called.pk}/", called.officer.collar_number
    assert "an answer is due by" in desk.get(path, "response_officer", as_officer=mine)
    assert desk.post(path, "response_officer", as_officer=mine, do="coming").status_code == 303
    called.refresh_from_db()
    assert called.state == CallOut.State.COMING
    other = next(str(101 + n) for n in range(9) if str(101 + n) != mine)
    desk.get(path, "response_officer", as_officer=other, status=404)


def test_no_answer_in_time_cannot_be_overlooked(desk: Desk, called: CallOut) -> None:
    PlannedDuty.objects.filter(day=local_day(NIGHT), kind="duty").delete()
    desk.at = NIGHT + timedelta(minutes=11)
    path = f"/duty/call-out/{called.pk}/"
    assert "No answer in time" in desk.get(path)
    sent = desk.post(path, do="next")
    assert sent.status_code == 422
    assert "Nobody else is on call now" in sent.content.decode()
    assert desk.post(path, do="dance").status_code == 404


def test_done_with_time_back(desk: Desk, called: CallOut) -> None:
    path = f"/duty/call-out/{called.pk}/"
    desk.post(path, do="coming")
    desk.at = NIGHT + timedelta(hours=2)
    assert "Done: time back" in desk.get(path)
    assert desk.post(path, do="time_back").status_code == 303
    assert TimeEntry.objects.get().amount == 4 * 60


def test_cannot_come_and_stood_down(desk: Desk, called: CallOut) -> None:
    path = f"/duty/call-out/{called.pk}/"
    assert desk.post(path, do="cannot", why="Ill").status_code == 303
    again = desk.post(path, do="stand_down")
    assert again.status_code == 422
    assert "is over" in again.content.decode()
