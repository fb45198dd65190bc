"""Whether what is on record stands against somebody being the appropriate adult; the rest is in the scenario files."""

import pytest

from bluelamp.custody.rules.called import Part, on_record

PARTS = {7: Part(name="Joanne Marlow", part="a victim"), 8: Part(name="Amir Redfern", part="a suspect"),
         9: Part(name="Cher", part="a witness")}  # fmt: skip


@pytest.mark.parametrize(
    ("person", "words"),
    [(7, "Joanne Marlow is a victim in this case: call somebody else."),
     (8, "Amir Redfern is a suspect in this case: call somebody else."), (5, "That is the person held.")],
)  # fmt: skip
def test_the_same_person_on_record_is_refused_whatever_name_is_given(person: int, words: str) -> None:
    found = on_record(who="Somebody", person=person, detained=5, parts=PARTS, another=True)
    assert (found.allowed, found.words, found.field) == (False, words, "person")


@pytest.mark.parametrize("who", ["Joanne Marlow", "marlow, joanne", "Mrs Joanne Marlow, her mother", "Joanné MARLOW"])
def test_of_somebody_not_on_record_the_name_is_asked_about(who: str) -> None:
    found = on_record(who=who, person=None, detained=5, parts=PARTS)
    assert (found.allowed, found.field) == (False, "another")
    assert "Joanne Marlow is a victim in this case" in found.words
    assert on_record(who=who, person=None, detained=5, parts=PARTS, another=True).allowed


@pytest.mark.parametrize("who", ["Joanne Pell", "Marlow", "", "Cher"])
def test_half_a_name_and_a_single_word_are_none(who: str) -> None:
    assert on_record(who=who, person=None, detained=5, parts=PARTS).allowed


def test_somebody_else_on_record_is_not_asked_about_for_their_name() -> None:
    assert on_record(who="Joanne Marlow", person=12, detained=5, parts=PARTS).allowed
