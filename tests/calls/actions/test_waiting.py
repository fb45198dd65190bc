"""A time agreed is when we are due; a delay is written with its reason."""

import json
from datetime import timedelta

import pytest

from bluelamp.calls.actions.waiting import agree_slot, note_delay
from bluelamp.ledger.models import Entry
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.street import MINUTE, NOON, an_incident, at, who

pytestmark = pytest.mark.django_db


def test_the_agreed_time_is_when_we_are_due() -> None:
    made, slot = an_incident(who(), grade="G3", signs=()), NOON + timedelta(days=1)
    with at(NOON + MINUTE) as moment:
        agree_slot(by=who(), at=moment, incident=made.pk, slot=slot)
    made.refresh_from_db()
    assert made.agreed_at == made.attend_due_at == slot
    assert made.graded_at == NOON, "it is graded no later for it"
    assert [one.due_at for one in for_record(made.ref) if one.kind == "calls.attend"] == [slot]
    assert json.loads(Entry.objects.get(event="calls.slot_agreed").facts)["slot"] == "12:00 Sat 21 Nov 2026"


def test_a_time_that_is_past_changes_nothing() -> None:
    made = an_incident(who(), grade="G3", signs=())
    with at(NOON + MINUTE) as moment, pytest.raises(Refused, match="still ahead"):
        agree_slot(by=who(), at=moment, incident=made.pk, slot=NOON)
    made.refresh_from_db()
    assert made.agreed_at is None


def test_why_nobody_is_there_stands_in_the_log() -> None:
    made = an_incident(who())
    with at(NOON + 6 * MINUTE) as moment:
        note_delay(by=who(), at=moment, incident=made.pk, why="All cars at the crash.", told="yes")
    facts = json.loads(Entry.objects.get(event="calls.delay_noted").facts)
    assert facts["told_words"] == "The caller was rung and told."


def test_who_cannot_speak_freely_is_not_rung() -> None:
    made = an_incident(who(), cannot_speak_freely=True)
    with at(NOON + 6 * MINUTE) as moment, pytest.raises(Refused, match="do not ring back"):
        note_delay(by=who(), at=moment, incident=made.pk, why="No car", told="yes")
