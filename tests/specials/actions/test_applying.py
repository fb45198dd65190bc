"""Applying and what follows: capability, promises by policy time, the alarm's question asked anew."""

from datetime import timedelta

import pytest

from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.specials import owed
from bluelamp.specials.actions.applying import accept, apply, contact_applicant, end_record, forget
from bluelamp.specials.models import Special
from bluelamp.verdict import Refused
from tests.specials.volunteers import DAY, NOON, Volunteers


def test_the_promises_fall_due_by_policy(there: Volunteers):
    record = there.applied().record
    due = {one.kind: one.due_at - record.applied_at for one in for_record(record.ref)}
    assert due == {"specials.contact": timedelta(days=5), "specials.decide": timedelta(days=28)}
    assert all("Rowan" not in str(one.words) + str(one.facts) for one in for_record(record.ref))


def test_decided_without_a_word_keeps_both(there: Volunteers):
    there.accepted()
    assert {one.state for one in for_record(there.record.ref)} == {State.KEPT}


def test_decided_late_stays_late(there: Volunteers):
    there.applied().at += 40 * DAY
    there.accepted()
    assert {one.state for one in for_record(there.record.ref)} == {State.LATE}


def test_what_the_alarm_asks_again(there: Volunteers):
    ref = there.applied().record.ref
    assert owed.contact_due(ref, "").due == there.record.applied_at + 5 * DAY
    there.does("coordinator", contact_applicant, special=there.pk, words="Rang")
    assert owed.contact_due(ref, "") is None
    assert owed.decision_due(ref, "").due == there.record.applied_at + 28 * DAY
    there.does("coordinator", end_record, special=there.pk, ending="withdrew")
    assert owed.decision_due(ref, "") is None
    assert owed.forgetting_due(ref, "").due == there.record.ended_at + 365 * DAY
    there.does("commander", forget, special=there.pk, reason="Time has passed")
    assert owed.forgetting_due(ref, "") is None
    assert owed.claim_due(ref, "") is None


@pytest.mark.parametrize("who", ["tutor", "inspector", "special", "commander"])
def test_only_the_coordinator_decides_and_ends(there: Volunteers, who):
    there.applied()
    for action, facts in ((accept, {}), (end_record, {"ending": "withdrew"}), (contact_applicant, {"words": "x"})):
        with pytest.raises(Refused, match="It needs a role"):
            there.does(who, action, special=there.pk, **facts)
    with pytest.raises(Refused, match="It needs a role"):
        there.does(who, apply, name="Somebody", phone="1")
    assert Special.objects.count() == 1


def test_only_who_may_erase_erases(there: Volunteers):
    there.applied().does("coordinator", end_record, special=there.pk, ending="withdrew")
    with pytest.raises(Refused, match="It needs a role"):
        there.does("coordinator", forget, special=there.pk, reason="x")


def test_one_who_was_enrolled_is_not_erased_here(there: Volunteers):
    there.accompanied().does("coordinator", end_record, special=there.pk, ending="resigned")
    assert not for_record(there.record.ref, settled=False)
    with pytest.raises(Refused, match="before anybody was enrolled"):
        there.does("commander", forget, special=there.pk, reason="x")


def test_nothing_more_happens_to_a_closed_record(there: Volunteers):
    there.checked().does("coordinator", end_record, special=there.pk, ending="withdrew")
    with pytest.raises(Refused, match="The record is closed"):
        there.signs("coordinator", "identity")
    assert there.record.ended_at < NOON
