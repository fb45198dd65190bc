"""Booking in on one page: without JavaScript too, refusals beside their fields, and what is left is said."""

from typing import Any

import pytest
from django.test import Client

from bluelamp.custody.actions.authorising import authorise
from bluelamp.custody.models import Detention, RightTold, RiskAssessment, Watch
from bluelamp.custody.rules.risk import QUESTIONS
from bluelamp.places.models import Cell
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + HOUR
DECIDED = {"decision": "authorise", "enough": "no", "grounds": "To interview him",
           "necessity": ["obtain_evidence_by_questioning"]}  # fmt: skip
RISK = {**dict.fromkeys(QUESTIONS, "none"), "observation": "Calm and steady", "n": 1}


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def send(desk: Desk, found: Detention, **given: Any) -> Any:
    return desk.send("custody_officer", f"/custody/{found.pk}/book-in/", at=NOW, **given)


def test_only_the_decision_is_needed_and_the_record_says_what_is_left(evening: Evening, desk: Desk) -> None:
    found = evening.arrived()
    assert send(desk, found, **DECIDED).status_code == 303
    page = desk.open("custody_officer", f"/detention/{found.pk}/", at=NOW + MINUTE).content.decode()
    for words in ("Still to be done", "Rights to tell: someone told of the arrest", "Risk assessment: booking in",
                  "No search recorded", "Property not recorded", "Care plan: no observation level"):  # fmt: skip
        assert words in page


def test_nothing_is_chosen_beforehand(evening: Evening, desk: Desk) -> None:
    page = desk.open("custody_officer", f"/custody/{evening.arrived().pk}/book-in/", at=NOW).content.decode()
    assert " checked" not in page.replace("unchecked", "").partition("<main")[2].partition("</form>")[0]


def test_a_child_by_the_date_of_birth_given_here_is_caught(evening: Evening, desk: Desk) -> None:
    found = evening.arrived()
    given = {**DECIDED, "born": "known", "born_on": "2010-05-14", "appears": "no", "vulnerable": "no", "foreign": "no"}
    assert send(desk, found, **given).status_code == 303
    page = desk.open("custody_officer", f"/detention/{found.pk}/", at=NOW + MINUTE).content.decode()
    assert "Appropriate adult needed. Under 18 by date of birth." in page


def test_a_refusal_stands_at_its_field_and_nothing_is_lost_or_written(evening: Evening, desk: Desk) -> None:
    found = evening.arrived()
    sent = send(desk, found, **DECIDED, **RISK, legal_advice="not_now", property="kept", things="Phone", seal="1")
    assert sent.status_code == 422
    assert "own words" in str(sent.context["form"].errors["legal_advice_words"])
    assert b"Calm and steady" in sent.content
    assert Detention.objects.get(pk=found.pk).authorised_at is None
    assert not RiskAssessment.objects.exists()


def test_a_half_done_assessment_names_each_question_left_out(evening: Evening, desk: Desk) -> None:
    sent = send(desk, evening.arrived(), **{**DECIDED, **RISK, "self_harm": "", "medication": "known"})
    errors = str(sent.context["form"].errors)
    assert "Self-harm, now or before: choose an answer" in errors
    assert "Medication: write what it is" in errors


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"grounds": "x"}, "decision"),
        ({**DECIDED, "enough": "yes"}, "enough"),
        ({**DECIDED, "necessity": []}, "necessity"),
        ({**DECIDED, "plan_level": "2", "plan_why": "Drunk"}, "must_rouse"),
        ({**DECIDED, "plan_why": "Drunk"}, "plan_level"),
        ({**DECIDED, "search_reasons": "x"}, "searcher_sex"),
        ({**DECIDED, "searcher_sex": "male"}, "search_reasons"),
        ({**DECIDED, "born": "known"}, "born_on"),
        ({**DECIDED, "vulnerable": "yes"}, "vulnerable_words"),
        ({**DECIDED, "property": "kept"}, "things"),
        ({**DECIDED, "property": "kept", "things": "Phone"}, "seal"),
        ({**DECIDED, "someone_informed": "wanted"}, "someone_informed_words"),
        ({**DECIDED, "legal_advice": "wanted", "legal_advice_ago": "-4"}, "legal_advice_ago"),
    ],
)
def test_what_does_not_fit_is_refused_where_it_stands(
    evening: Evening, desk: Desk, given: dict[str, Any], field: str
) -> None:
    sent = send(desk, evening.arrived(), **given)
    assert sent.status_code == 422
    assert field in sent.context["form"].errors


def test_at_level_3_who_watches_is_asked_and_stands_there(evening: Evening, desk: Desk) -> None:
    found = evening.arrived()
    Cell.objects.filter(number="M1").update(features=["constant_watch"])
    given = {**DECIDED, "plan_level": "3", "plan_why": "Says he will tie something", "must_rouse": "no",
             "cell": str(evening.cell("M1").pk)}  # fmt: skip
    bare = send(desk, found, **given)
    assert bare.status_code == 422
    assert "plan_observer" in bare.context["form"].errors
    assert send(desk, found, **given, plan_observer="DO Pryce").status_code == 303
    assert Watch.objects.get().observer == "DO Pryce"


def test_the_second_sergeant_is_shown_what_the_first_decided(evening: Evening, desk: Desk) -> None:
    found = evening.arrived()
    done(authorise, NOW, by=evening.acting("custody_officer", "Haldane"), detention=found.pk, grounds="To interview")
    sent = send(desk, found, **DECIDED, legal_advice="wanted")
    assert sent.status_code == 422
    assert b"Detention was authorised meanwhile" in sent.content
    assert b"PS Haldane" in sent.content
    assert not RightTold.objects.exists()
    assert send(desk, found, legal_advice="wanted").status_code == 303


def test_a_refusal_to_detain_closes_the_record(evening: Evening, desk: Desk) -> None:
    found = evening.arrived()
    sent = send(desk, found, decision="refuse", grounds="No grounds left", legal_advice="wanted")
    assert sent.status_code == 303
    assert Detention.objects.get(pk=found.pk).released_at == NOW
    assert RightTold.objects.count() == 1


def test_markers_and_earlier_custody_are_read_in(evening: Evening, desk: Desk) -> None:
    person = evening.person("Jay", "Kemble")
    earlier = evening.held(person=person)
    Detention.objects.filter(pk=earlier.pk).update(released_at=NOW + HOUR, risk_marks=["Epilepsy"])
    found = evening.arrived(arrest=evening.arrest(person=person, at=NOW + 2 * HOUR), at=NOW + 3 * HOUR)
    page = desk.open("custody_officer", f"/custody/{found.pk}/book-in/", at=NOW + 3 * HOUR).content.decode()
    assert f"record {earlier.number}: Epilepsy" in page
