"""What follows from what a provider says, and whose answer it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.messages.rules.results import NOTHING, Result, effect, may_be_somebody_else


@pytest.mark.parametrize(
    ("before", "result", "arrived", "unsent", "doubt"),
    [
        ("", Result.DELIVERED, True, False, False),
        ("", Result.PERMANENT, False, True, True),
        ("", Result.TEMPORARY, False, True, False),
        ("", Result.TECHNICAL, False, True, False),
        ("delivered", Result.PERMANENT, False, True, True),
        ("temporary-failure", Result.DELIVERED, True, False, False),
        ("temporary-failure", Result.PERMANENT, False, True, True),
    ],
)
def test_what_follows(before, result, arrived, unsent, doubt):
    found = effect(before=before, result=result)
    assert (found.changes, found.arrived, found.unsent, found.doubt) == (True, arrived, unsent, doubt)
    assert result.words


@pytest.mark.parametrize(
    ("before", "result"),
    [*((one.value, one) for one in Result), ("delivered", Result.TEMPORARY), ("permanent-failure", Result.DELIVERED)],
)
def test_the_same_again_or_older_news_is_nothing(before, result):
    assert effect(before=before, result=result) == NOTHING


@given(st.lists(st.sampled_from(list(Result)), max_size=8))
def test_one_that_came_back_stays_in_doubt_whatever_is_said_later(said):
    before, doubted = "", False
    for result in said:
        found = effect(before=before, result=result)
        before = result.value if found.changes else before
        doubted = doubted or found.doubt
    assert doubted == (Result.PERMANENT in said)
    assert not doubted or before == Result.PERMANENT


@pytest.mark.parametrize(
    "words",
    ["Who is this?", "who’s this", "WRONG NUMBER mate", "I don't know you", "Sorry, new phone", "not her number",
     "STOP", "No such person", "who r u"],
)  # fmt: skip
def test_somebody_else(words):
    assert may_be_somebody_else(words)


@pytest.mark.parametrize(
    "words", ["Thank you", "I will ring at five", "ok", "", "Whose turn is it to ring?", "unstoppable"]
)
def test_not_plainly_somebody_else(words):
    assert not may_be_somebody_else(words)
