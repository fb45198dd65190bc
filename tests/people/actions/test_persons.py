"""Adding and correcting people."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from bluelamp.access.acting import Acting
from bluelamp.ledger.queries import timeline
from bluelamp.people.actions.persons import add_alias, add_person, correct, describe_self
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


def test_what_people_say_of_themselves_is_kept_apart_and_derives_nothing(by: Acting, at: datetime) -> None:
    pk = number(add_person(answers={"sex": "female", "perceived_ethnicity": "IC4"}, by=by, at=at))
    answers = {"gender_identity": "Non-binary", "religion": Answer.DECLINED, "orientation": Answer.NOT_ASKED}
    ref = describe_self(person=pk, answers=answers, by=by, at=at)
    found = Person.objects.get(pk=pk)
    assert (found.gender_identity, found.religion_answer) == ("Non-binary", Answer.DECLINED)
    assert (found.sex, found.ethnicity, found.ethnicity_answer) == ("female", "", Answer.NOT_ASKED)
    (entry,) = [line for line in timeline(ref) if line.event == "people.self_described"]
    assert "religion" in str(entry.facts)
    assert "orientation" not in str(entry.facts), "what was not asked is not said"
    assert "Non-binary" not in str(entry.facts), "what was said can be erased"
    describe_self(person=pk, answers={"gender_identity": Answer.NOT_ASKED}, by=by, at=at)
    assert Person.objects.get(pk=pk).gender_identity == ""


@pytest.mark.parametrize(
    ("answers", "words"),
    [({"home": "Borehamwood"}, "Nobody describes themselves by home"), ({"ethnicity": "IC1"}, "18+1"),
     ({"religion": Answer.NOT_ASKED}, "Nothing is different")],
)  # fmt: skip
def test_what_nobody_says_of_themselves_is_refused(
    by: Acting, at: datetime, answers: dict[str, str | Answer], words: str
) -> None:
    pk = number(add_person(by=by, at=at))
    with pytest.raises(Refused) as refusal:
        describe_self(person=pk, answers=answers, by=by, at=at)
    assert words in refusal.value.verdict.words


def test_only_with_the_capability(by: Acting, at: datetime) -> None:
    pk = number(add_person(by=by, at=at))
    without = replace(by, capabilities=by.capabilities - {"people.describe"})
    with pytest.raises(Refused):
        describe_self(person=pk, answers={"religion": "Sikh"}, by=without, at=at)
