"""Adding and correcting people."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from bluelamp.access.acting import Acting
from bluelamp.ledger.queries import timeline
from bluelamp.people.actions.persons import add_alias, add_person, correct
from bluelamp.people.models import Person
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused


def number(ref: str) -> int:
    return int(ref.partition(":")[2])


@pytest.mark.parametrize("name", ["Zoë 🦊", "محمد بن علي", "Nguyễn Thị Minh", "O'Brien-Smythe", "  kept  "])
def test_names_are_kept_exactly(by: Acting, at: datetime, name: str) -> None:
    ref = add_person(given_names=name, notes="ß" * 10_000, by=by, at=at)
    found = Person.objects.get(pk=number(ref))
    assert found.given_names == name
    assert found.notes == "ß" * 10_000


def test_what_was_not_asked_differs_from_what_was_declined(by: Acting, at: datetime) -> None:
    answers = {"sex": Answer.DECLINED, "home": Answer.NONE, "language": "Polish", "born_on": Answer.NOT_KNOWN}
    found = Person.objects.get(pk=number(add_person(family_name="Nowak", answers=answers, by=by, at=at)))
    assert found.sex_answer == Answer.DECLINED
    assert found.home_answer == Answer.NONE
    assert (found.language, found.language_answer) == ("Polish", Answer.KNOWN)
    assert found.born_on_answer == Answer.NOT_KNOWN
    assert found.phone_answer == Answer.NOT_ASKED


def test_perceived_and_own_ethnicity_stay_apart(by: Acting, at: datetime) -> None:
    found = Person.objects.get(pk=number(add_person(answers={"perceived_ethnicity": "IC1"}, by=by, at=at)))
    assert (found.perceived_ethnicity, found.perceived_by) == ("IC1", by.ref)
    assert (found.ethnicity, found.ethnicity_answer) == ("", Answer.NOT_ASKED)


@pytest.mark.parametrize(
    "answers", [{"ethnicity": "O1"}, {"perceived_ethnicity": "IC7"}, {"born_on": date(2027, 1, 1)}, {"offender": "yes"}]
)
def test_refused_in_words(by: Acting, at: datetime, answers: dict[str, object]) -> None:
    with pytest.raises(Refused) as refusal:
        add_person(answers=answers, by=by, at=at)
    assert refusal.value.verdict.field in answers
    assert not Person.objects.exists()


def test_the_database_holds_an_answer_and_its_value_together(by: Acting, at: datetime) -> None:
    ref = add_person(by=by, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=number(ref)).update(sex="female")


def test_only_who_may_edit(by: Acting, at: datetime) -> None:
    with pytest.raises(Refused):
        add_person(by=replace(by, capabilities=frozenset()), at=at)


def test_a_form_sent_twice_adds_one_person(by: Acting, at: datetime) -> None:
    one = add_person(given_names="Ana", by=by, at=at, key="k1")
    with transaction.atomic():
        two = add_person(given_names="Ana", by=by, at=at, key="k1")
    assert one == two
    assert Person.objects.count() == 1


def test_a_correction_keeps_what_stood_there(by: Acting, at: datetime) -> None:
    ref = add_person(given_names="Joan", family_name="Marlow", by=by, at=at)
    correct(person=number(ref), field="given_names", value="Joanne", why="Misheard", by=by, at=at)
    assert Person.objects.get(pk=number(ref)).folded == "joanne marlow"
    sentences = [line.sentence for line in timeline(ref)]
    assert "Given names corrected from Joan to Joanne: Misheard" in sentences


def test_an_alias_twice_is_refused(by: Acting, at: datetime) -> None:
    ref = add_person(given_names="Margaret", by=by, at=at)
    add_alias(person=number(ref), alias="Peggy", source="Her sister", by=by, at=at)
    with pytest.raises(Refused):
        add_alias(person=number(ref), alias="Peggy", source="Her sister", by=by, at=at)
