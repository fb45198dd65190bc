"""Two ways of writing a number are one number; a warning on one needs words, a source and an end."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.people.rules.numbers import may_warn, number_key

NOW = datetime(2026, 11, 20, 22, tzinfo=UTC)
WHOLE = {"number": "07700 900111", "words": "Send somebody, do not ring back", "source": "Incident 4", "at": NOW}


@pytest.mark.parametrize(
    "said", ["07700900111", "07700 900 111", "+44 7700 900111", "+44 (0)7700 900111", "00447700900111"]
)
def test_one_number_written_in_five_ways(said: str) -> None:
    assert number_key(said) == "07700900111"


@given(st.text(alphabet="0123456789", min_size=3, max_size=15), st.sampled_from([" ", "-", ".", "/"]))
def test_what_stands_between_the_digits_does_not_matter(digits: str, between: str) -> None:
    assert number_key(between.join(digits)) == number_key(digits)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": "9"}, "number"),
        ({"words": " "}, "words"),
        ({"source": ""}, "source"),
        ({"expires_at": NOW}, "expires_at"),
    ],
)
def test_what_is_missing_is_said(changes: dict[str, object], field: str) -> None:
    facts = {**WHOLE, "expires_at": NOW + timedelta(days=1)}
    assert may_warn(**facts).allowed
    refused = may_warn(**{**facts, **changes})
    assert not refused.allowed
    assert refused.field == field
