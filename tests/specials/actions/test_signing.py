"""Signing: duty's table follows the signature, under the name of who signed; no other hand can."""

import pytest

from bluelamp.duty.queries import patrol_steps
from bluelamp.ledger.models import Entry
from bluelamp.specials.actions.signing import link_account, name_tutor, sign_step, take_back
from bluelamp.verdict import Refused
from tests.specials.volunteers import PHASES, Volunteers


def status(there: Volunteers) -> str:
    number = there.record.officer_id
    return patrol_steps([number]).get(number, "")


def test_patrol_status_follows_each_signature(there: Volunteers):
    there.attested().trained()
    assert status(there) == ""
    for who, step in (("coordinator", "accompanied"), ("tutor", "directed"), ("inspector", "independent")):
        there.signs(who, step)
        assert status(there) == step
        entry = Entry.objects.filter(event="duty.patrol_status_set").latest("seq")
        assert entry.who == there.officer(who).ref
    there.does("inspector", take_back, special=there.pk, words="Away for nine months")
    assert status(there) == "directed"
    there.signs("inspector", "independent")
    assert status(there) == "independent"


def test_not_yet_changes_no_status(there: Volunteers):
    there.accompanied().signs("tutor", "directed", passed=False, words="Two more patrols")
    assert status(there) == "accompanied"


@pytest.mark.parametrize("step", ["attested", "independent"])
def test_neither_grade_nor_capability_makes_an_inspector(there: Volunteers, step):
    there.learnt().linked() if step == "attested" else there.directed()
    for who in ("coordinator", "tutor", "other_officer"):
        with pytest.raises(Refused, match="inspector by regular rank"):
            there.signs(who, step, words="Hertsmere justices")
    with pytest.raises(Refused, match="It needs a role"):
        there.signs("other_special", step, words="x")


def test_training_out_of_date_stops_the_step(there: Volunteers):
    there.attested()
    with pytest.raises(Refused, match="must both be in date"):
        there.signs("coordinator", "accompanied")
    assert status(there) == ""


def test_a_step_that_the_programme_does_not_have(there: Volunteers):
    with pytest.raises(Refused, match="no such step"):
        there.accepted().signs("coordinator", "phase_6")


def test_the_tutor_is_a_regular_officer_trained_for_it(there: Volunteers):
    there.accepted()
    with pytest.raises(Refused, match="not trained as a tutor"):
        there.does("coordinator", name_tutor, special=there.pk, tutor=there.officer("other_officer").pk)
    with pytest.raises(Refused, match="regular rank"):
        there.does("coordinator", name_tutor, special=there.pk, tutor=there.officer("other_special").pk)


def test_an_account_of_a_regular_is_no_special(there: Volunteers):
    there.accepted()
    with pytest.raises(Refused, match="Choose the account"):
        there.does("coordinator", link_account, special=there.pk, officer=there.officer("tutor").pk)


def test_signed_twice_by_one_form_is_one_signature(there: Volunteers):
    there.accepted()
    key = "3f0f6c8e-2a58-4d77-9c1f-6f2c7d1f9a11"
    for _ in range(2):
        there.does("coordinator", sign_step, special=there.pk, step="identity", passed=True, key=key)
    assert there.record.signatures.count() == 1
    assert len(PHASES) == 5
