"""A special grade is never a rank (S2)."""

import pytest

from bluelamp.specials.rules.rank import GRADES, RANKS, Holder, grade_words, has_rank


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("needed", RANKS)
def test_no_grade_gives_any_rank(grade, needed):
    verdict = has_rank(holder=Holder(special_grade=grade), needed=needed)
    assert not verdict.allowed
    assert "no rank" in verdict.words
    assert "S2" in verdict.source


@pytest.mark.parametrize(
    ("rank", "needed", "allowed"),
    [
        ("inspector", "inspector", True),
        ("chief_superintendent", "inspector", True),
        ("sergeant", "inspector", False),
        ("constable", "constable", True),
        ("", "constable", False),
    ],
)
def test_a_regular_rank_counts_upwards(rank, needed, allowed):
    assert has_rank(holder=Holder(regular_rank=rank), needed=needed).allowed is allowed


def test_words():
    special_inspector = has_rank(holder=Holder(special_grade="special_inspector"), needed="inspector")
    assert special_inspector.words == (
        "This needs an inspector by regular rank; a special inspector has the powers of a constable and no rank."
    )
    assert "this is a sergeant" in has_rank(holder=Holder(regular_rank="sergeant"), needed="inspector").words
    assert "member of staff" in has_rank(holder=Holder(), needed="sergeant").words
    assert grade_words("special_sergeant") == "Special sergeant"


def test_a_rank_that_no_force_has_is_a_mistake():
    with pytest.raises(ValueError, match="admiral"):
        has_rank(holder=Holder(), needed="admiral")
