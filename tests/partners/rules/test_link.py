"""A link opens once, with its code, in time; whatever else is refused in the same words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.partners.rules.link import DEAD, Facts, code_hash, is_alive, may_open, same, token_hash

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
FRESH = Facts(expires_at=NOON + timedelta(days=7), used=False, taken_back=False, tries=0)


@pytest.mark.parametrize(
    ("link", "right", "at"),
    [
        (None, True, NOON),
        (FRESH, False, NOON),
        (FRESH, True, FRESH.expires_at),
        (replace(FRESH, used=True), True, NOON),
        (replace(FRESH, taken_back=True), True, NOON),
        (replace(FRESH, tries=5), True, NOON),
    ],
)
def test_every_refusal_is_the_same(link, right, at):
    verdict = may_open(link, code_is_right=right, at=at, most_tries=5)
    assert (verdict.allowed, verdict.words, verdict.field) == (False, DEAD, "")


def test_it_opens_with_the_code():
    assert may_open(replace(FRESH, tries=4), code_is_right=True, at=NOON, most_tries=5).allowed
    assert is_alive(FRESH, at=NOON, most_tries=5)


@given(st.integers(0, 9), st.booleans(), st.booleans(), st.integers(-10, 10))
def test_a_dead_link_stays_dead_whatever_the_code(tries, used, taken_back, days):
    link = Facts(expires_at=NOON + timedelta(days=days), used=used, taken_back=taken_back, tries=tries)
    alive = is_alive(link, at=NOON, most_tries=5)
    assert may_open(link, code_is_right=True, at=NOON, most_tries=5).allowed == alive
    assert not may_open(link, code_is_right=False, at=NOON, most_tries=5).allowed


def test_spaces_in_a_code_do_not_matter_and_the_token_is_its_key():
    assert code_hash("token", "1234 5678") == code_hash("token", "12345678")
    assert code_hash("token", "12345678") != code_hash("other", "12345678")
    assert "token" not in token_hash("token")
    assert same("a", "a")
    assert not same("a", "b")
