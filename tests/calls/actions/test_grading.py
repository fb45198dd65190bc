import pytest

from bluelamp.calls.actions.grading import change_grade, triage
from bluelamp.calls.grades import Assessment
from bluelamp.calls.models import Triage
from bluelamp.calls.rules.grading import Sign, Stated
from bluelamp.ledger.models import Entry
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.street import MINUTE, NOON, THRIVE, an_incident, at, who

pytestmark = pytest.mark.django_db


def test_anyone_may_raise_a_grade() -> None:
    made = an_incident(who(), grade="G2", signs=(Sign.URGENT,))
    with at(NOON + MINUTE) as moment:
        change_grade(by=who("marsh", "contact_handler"), at=moment, incident=made.pk, grade="G1", reason="")
    made.refresh_from_db()
    assert made.grade == "G1"


def test_a_lower_grade_needs_a_supervisor_a_reason_and_thrive_again() -> None:
    made = an_incident(who())
    handler = who("marsh", "contact_handler")
    with at(NOON + MINUTE) as moment:
        with pytest.raises(Refused) as refusal:
            change_grade(by=handler, at=moment, incident=made.pk, grade="G3", reason="")
        assert {reason.words for reason in refusal.value.verdict.reasons} >= {
            "A supervisor must agree to a lower grade.",
            "Give the reason for a lower grade.",
        }
        change_grade(by=who(), at=moment, incident=made.pk, grade="G3", reason="He has left", thrive=THRIVE)
    made.refresh_from_db()
    assert (made.grade, Triage.objects.filter(incident=made).count()) == ("G3", 2)


def test_the_same_grade_is_thrive_again_and_nothing_without_it() -> None:
    made = an_incident(who())
    with at(NOON + MINUTE) as moment:
        with pytest.raises(Refused, match="Assess THRIVE again"):
            change_grade(by=who(), at=moment, incident=made.pk, grade="G1", reason="")
        change_grade(by=who(), at=moment, incident=made.pk, grade="G1", reason="", thrive=THRIVE)
    made.refresh_from_db()
    assert made.graded_at == NOON
    assert Triage.objects.filter(incident=made).count() == 2
    assert not Entry.objects.filter(event="calls.grade_changed").exists()


def test_another_grade_than_proposed_needs_a_reason_and_nothing_is_graded_twice() -> None:
    by = who()
    made = an_incident(by)
    stated = Stated(signs=frozenset({Sign.VIOLENCE}))
    again = Assessment(stated=stated, thrive=THRIVE, grade="G1")
    with at(NOON), pytest.raises(Refused, match="graded already"):
        triage(by=by, at=NOON, incident=made.pk, assessed=again)


def test_resolving_without_deployment_owes_a_call_back_instead() -> None:
    made = an_incident(who(), grade="G4", signs=())
    assert [promise.kind for promise in for_record(made.ref)] == ["calls.call_back"]
