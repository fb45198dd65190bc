"""What is asked and seen: the person's own ethnicity and the officer's perception are kept apart."""

import pytest
from django.test import Client

from bluelamp.custody.models import Particulars
from bluelamp.people.models import Person
from bluelamp.people.rules.unknowns import Answer
from tests.custody.desk import Desk
from tests.custody.evening import Evening


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_self_defined_and_perceived_are_two_answers(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    given = {"ethnicity": "B1", "perceived": "IC1", "vulnerable": "not_known"}
    assert desk.send("custody_officer", f"/custody/{found.pk}/particulars/", **given).status_code == 303
    person, seen = Person.objects.get(pk=found.person_id), Particulars.objects.get()
    assert (person.ethnicity, person.perceived_ethnicity) == ("B1", "")
    assert (seen.perceived_ethnicity, seen.vulnerable) == ("IC1", None)
    assert seen.perceived_by == evening.officer("custody_officer")


@pytest.mark.parametrize("unknown", ["not_known", "declined", "not_asked"])
def test_unknowns_stay_apart(evening: Evening, desk: Desk, unknown: str) -> None:
    found = evening.held()
    given = {"ethnicity": unknown, "born": unknown, "sex": unknown}
    assert desk.send("custody_officer", f"/custody/{found.pk}/particulars/", **given).status_code == 303
    person = Person.objects.get(pk=found.person_id)
    assert {person.ethnicity_answer, person.born_on_answer, person.sex_answer} == {Answer(unknown)}


def test_nothing_answered_is_refused(evening: Evening, desk: Desk) -> None:
    assert desk.send("custody_officer", f"/custody/{evening.held().pk}/particulars/").status_code == 422
