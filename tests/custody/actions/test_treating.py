"""Delays, interviews, children, medication, force and custody visitors: written once, refused with the section."""

from datetime import date
from typing import Any

import pytest

from bluelamp.custody.actions import children, delaying, interviewing, treating, visiting_independently
from bluelamp.custody.actions.attending import note_vulnerability, record_advice
from bluelamp.custody.actions.calling import call, came
from bluelamp.custody.actions.resting import begin_rest, break_rest
from bluelamp.custody.models import Certificate, CustodyVisit, Delay, Detention, Dose, Force, Interview
from bluelamp.owed.models import Promise
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused
from tests.custody.actions.test_calling import MOTHER
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


def kept(kind: str) -> str:
    return Promise.objects.get(kind=kind).state


def test_a_delay_needs_rank_and_ends_by_36_hours(evening: Evening) -> None:
    found = evening.held()
    given: dict[str, Any] = {"detention": found.pk, "grounds": ["alerting_suspects"], "words": "Two at large"}
    inspector, above = evening.acting("reviewing_inspector"), evening.acting("superintendent")
    with pytest.raises(Refused, match="needs a superintendent"):
        done(delaying.delay_right, NOW, by=inspector, right="legal_advice", **given)
    done(delaying.delay_right, NOW, by=above, right="legal_advice", **given)
    assert Promise.objects.get(kind="custody.end_delay").due_at == found.relevant_time + 36 * HOUR
    with pytest.raises(Refused, match="delayed already"):
        done(delaying.delay_right, NOW, by=above, right="legal_advice", **given)
    done(delaying.end_delay, NOW + HOUR, by=above, detention=found.pk, right="legal_advice", words="Told; wants one")
    assert kept("custody.end_delay") == "kept"
    assert Delay.objects.get().ended_at == NOW + HOUR


def test_rest_is_broken_for_an_interview_only_by_a_reason_that_is_named(evening: Evening) -> None:
    found = evening.held(arrest=evening.arrest(person=evening.person(interpreter=Answer.NONE)))
    by = evening.acting("custody_officer")
    done(note_vulnerability, NOW, by=by, detention=found.pk, vulnerable=False, words="Nothing seen")
    evening.in_cell(found, "M1")
    done(begin_rest, NOW + MINUTE, by=by, detention=found.pk)
    out = {"by": by, "detention": found.pk, "reminded": True}
    with pytest.raises(Refused, match=r"They rest since .* break it for a reason .*Code C 12\.2"):
        done(interviewing.out_to_interview, NOW + HOUR, **out)
    done(break_rest, NOW + HOUR, by=by, detention=found.pk, reason="request", words="He asked to get it over with")
    done(interviewing.out_to_interview, NOW + HOUR, **out)
    assert Interview.objects.get().back_at is None


def test_no_interview_until_everything_stands(evening: Evening) -> None:
    person = evening.person(interpreter=Answer.NONE)
    found = evening.held(arrest=evening.arrest(person=person, appears_under_18=True))
    by = evening.acting("custody_officer")
    with pytest.raises(Refused, match="without their appropriate adult"):
        done(interviewing.out_to_interview, NOW, by=by, detention=found.pk, reminded=True)
    one = done(call, NOW, by=by, detention=found.pk, kind="appropriate_adult")
    done(came, NOW + MINUTE, by=by, called=one, remote=False, proposed=MOTHER)
    done(note_vulnerability, NOW + MINUTE, by=by, detention=found.pk, vulnerable=False, words="Nothing seen")
    with pytest.raises(Refused, match="free legal advice"):
        done(interviewing.out_to_interview, NOW + HOUR, by=by, detention=found.pk, reminded=False)
    done(record_advice, NOW + HOUR, by=by, detention=found.pk, who="Nurse Ash", to_detain="yes", to_interview="no",
         words="Rest first")  # fmt: skip
    with pytest.raises(Refused, match="not fit"):
        done(interviewing.out_to_interview, NOW + HOUR, by=by, detention=found.pk, reminded=True)
    assert not Interview.objects.exists()
    done(record_advice, NOW + 2 * HOUR, by=by, detention=found.pk, who="Nurse Ash", to_detain="yes",
         to_interview="yes", words="Rested")  # fmt: skip
    done(interviewing.out_to_interview, NOW + 2 * HOUR, by=by, detention=found.pk, reminded=True)
    with pytest.raises(Refused, match="out for interview already"):
        done(interviewing.out_to_interview, NOW + 2 * HOUR, by=by, detention=found.pk, reminded=True)
    with pytest.raises(Refused, match="Say whether the Act and the Codes were kept"):
        done(interviewing.back_from_interview, NOW + 3 * HOUR, by=by, detention=found.pk, words="One break")
    done(interviewing.back_from_interview, NOW + 3 * HOUR, by=by, detention=found.pk, words="One break",
         complied=True, report="Codes kept")  # fmt: skip
    with pytest.raises(Refused, match="not out"):
        done(interviewing.back_from_interview, NOW + 4 * HOUR, by=by, detention=found.pk)


def a_charged_child(evening: Evening) -> Detention:
    person = evening.person("Kit", "Pell", born_on=date(2013, 1, 2))
    found = evening.held(arrest=evening.arrest(person=person))
    Detention.objects.filter(pk=found.pk).update(charged_at=NOW)
    return found


def test_a_child_refused_bail_is_owed_accommodation_and_only_lawfully_certified(evening: Evening) -> None:
    found, by = a_charged_child(evening), evening.acting("custody_officer")
    done(children.refuse_bail_to_child, NOW, by=by, detention=found.pk, words="Would interfere with the witness")
    assert Promise.objects.get(kind="custody.ask_accommodation").due_at == NOW + HOUR
    certificate: dict[str, Any] = {"by": by, "detention": found.pk, "ground": "no_secure_place", "words": "Threats"}
    with pytest.raises(Refused, match="Ask the local authority"):
        done(children.certify, NOW + HOUR, **certificate)
    done(children.ask_accommodation, NOW + HOUR, by=by, detention=found.pk, asked_of="County duty team", secure=True)
    assert kept("custody.ask_accommodation") == "kept"
    asked = found.accommodation.get().pk
    done(children.answer_accommodation, NOW + HOUR, by=by, accommodation=asked, offered=False, words="None, Ms Orr")
    done(children.certify, NOW + 2 * HOUR, **certificate)
    assert Certificate.objects.get().ground == "no_secure_place"


def test_an_adult_is_never_handled_as_a_child(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="This is for a child"):
        done(children.refuse_bail_to_child, NOW, by=by, detention=found.pk, words="x")


def test_a_dose_is_owed_until_given_or_refused(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("detention_officer")
    given = {"medicine": "Insulin", "dose": "10 units", "prescribed_by": "Dr Lisle"}
    one = done(treating.prescribe, NOW, by=by, detention=found.pk, due_at=NOW + HOUR, **given)
    with pytest.raises(Refused, match="who gave it"):
        done(treating.give, NOW + HOUR, by=by, dose=one, taken=True)
    done(treating.give, NOW + 2 * HOUR, by=by, dose=one, taken=True, given_by="Nurse Ash")
    assert kept("custody.medicine_due") == "late"
    with pytest.raises(Refused, match="already"):
        done(treating.give, NOW + 3 * HOUR, by=by, dose=one, taken=False)
    assert Dose.objects.get().refused_at is None


def test_force_says_what_who_why_and_injury(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    given: dict[str, Any] = {"used_by": "PS Lowe", "why": "He struck out", "injury": "none"}
    with pytest.raises(Refused, match="what was used"):
        done(treating.use_of_force, NOW, by=by, detention=found.pk, tactics=[], **given)
    done(treating.use_of_force, NOW, by=by, detention=found.pk, tactics=["handcuffs"], **given)
    assert Force.objects.get().tactics == ["handcuffs"]
    done(treating.complain, NOW, by=by, detention=found.pk, words="Cuffs too tight", told="Insp Marsh")


def test_visitors_come_in_pairs_and_are_answered(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    evening.in_cell(found, "M1")
    suite, cell = evening.hatfield.pk, evening.cell("M1").pk
    with pytest.raises(Refused, match="2 different"):
        done(visiting_independently.log_visit, NOW, by=by, suite=suite, visitors=["A. Rowntree"], asked={})
    with pytest.raises(Refused, match="empty now"):
        done(visiting_independently.log_visit, NOW, by=by, suite=suite, visitors=["A. Rowntree", "S. Iqbal"],
             asked={evening.cell("M2").pk: True})  # fmt: skip
    visit = done(visiting_independently.log_visit, NOW, by=by, suite=suite, visitors=["A. Rowntree", "S. Iqbal"],
                 asked={cell: True}, raised="Cold in M1")  # fmt: skip
    assert kept("custody.answer_visitors") == "open"
    inspector = evening.acting("reviewing_inspector")
    done(visiting_independently.answer_visitors, NOW + HOUR, by=inspector, visit=visit, answer="Heating mended")
    assert kept("custody.answer_visitors") == "kept"
    assert CustodyVisit.objects.get().answer == "Heating mended"
