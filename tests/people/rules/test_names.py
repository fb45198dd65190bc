"""Names match although spelt otherwise, and say why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.people.rules.names import folded, holds_name, match, sounds


@pytest.mark.parametrize(
    ("asked", "name", "why"),
    [
        ("Joanne Marlow", "Joanne Marlow", "Same name"),
        ("marlow joanne", "Joanne Marlow", "Same name, other order"),
        ("Jose Nunez", "José Núñez", "Same name"),
        ("OBrien", "O'Brien", "Same name"),
        ("Marlow", "Joanne Marlow", "Part of the name"),
        ("Stephen", "Steven", "Steven is spelt nearly as Stephen"),
        ("Kathryn", "Catherine", "Catherine sounds like Kathryn"),
        ("Mohammed", "Muhammad", "Muhammad is spelt nearly as Mohammed"),
        ("Smyth", "Smith", "Smith is spelt nearly as Smyth"),
        ("Mar", "Marlow", "Marlow begins with Mar"),
        ("محمد", "محمد علي", "Part of the name"),
        ("🦊", "Foxy 🦊", "Part of the name"),
    ],
)
def test_why(asked: str, name: str, why: str) -> None:
    found = match(asked, name)
    assert found.why == why
    assert 0 < found.score <= 1


@pytest.mark.parametrize(
    ("asked", "name"), [("", "Joanne"), ("Joanne", ""), ("Joanne Smith", "Joanne Marlow"), ("Ali", "Bob"), ("🦊", "🐻")]
)
def test_no_match(asked: str, name: str) -> None:
    assert match(asked, name).score == 0


def test_a_nearer_spelling_ranks_higher() -> None:
    scores = [match("Joanne Marlow", name).score for name in ("Joanne Marlow", "Joanne Marlowe", "Joan Merlo")]
    assert scores == sorted(scores, reverse=True)


def test_a_script_without_metaphone_has_no_sounds() -> None:
    assert sounds("محمد") == []
    assert sounds("Stephen Smyth") == sounds("Steven Smith")


@given(st.text(max_size=60))
def test_any_text_at_all(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    if folded(name):
        assert match(name, name).score == 1


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("Joanne Marlow", "Joanne Marlow", True),
        ("MARLOW, Joanné (aunt)", "Joanne Marlow", True),
        ("Joanne", "Joanne Marlow", False),
        ("Joanne Marlowe", "Joanne Marlow", False),
        ("Cher", "Cher", False),
        ("anything", "", False),
    ],
)
def test_a_text_holds_a_name_where_every_word_of_it_stands_there(text: str, name: str, held: bool) -> None:
    assert holds_name(text, name) is held
