"""What an officer was told is read by them alone, and that they read it is written."""

import pytest

from bluelamp.duty.actions.away import ask_leave, decide_leave
from bluelamp.duty.actions.notices import read_notices
from bluelamp.duty.models import Absence, DutyNotice
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.duty.borough import MONDAY, NOW, Littleford


def a_refusal(littleford: Littleford) -> DutyNotice:
    """PC 104 asked for leave; a planner refused it and said why."""
    ref = ask_leave(first=MONDAY, last=MONDAY, by=littleford.who("104"), at=NOW)
    number = int(ref.partition(":")[2])
    decide_leave(absence=number, grant=False, why="The march needs everybody.", by=littleford.planner, at=NOW)
    return DutyNotice.objects.get()


def test_a_decision_on_leave_is_told_with_its_reason(littleford: Littleford) -> None:
    told = a_refusal(littleford)
    assert Absence.objects.get().state == "refused"
    assert told.words == "Your leave, Mon 4 Jan 2027 to Mon 4 Jan 2027, is refused. The march needs everybody."


def test_read_once_by_whom_it_was_told(littleford: Littleford) -> None:
    told = a_refusal(littleford)
    with pytest.raises(Refused, match="read this already"):
        read_notices(notices=[told.pk], by=littleford.who("105"), at=NOW)
    read_notices(notices=[told.pk], by=littleford.who("104"), at=NOW)
    told.refresh_from_db()
    assert told.read_at == NOW
    assert Entry.objects.filter(event="duty.notice_read", who=littleford.who("104").ref).count() == 1
    with pytest.raises(Refused, match="read this already"):
        read_notices(notices=[told.pk], by=littleford.who("104"), at=NOW)
