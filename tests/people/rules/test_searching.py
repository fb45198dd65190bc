"""Which searches need a reason: registrations, whole or in part, and those so wide that they list whoever."""

import pytest

from bluelamp.people.rules.searching import may_list, may_search

WHY = "Seen at the burglary"


@pytest.mark.parametrize("text", ["AB12 CDE", "ab12", "A1", "1 ABC", "101 D 234", "W", "", "12", "K-AB 123"])
def test_a_registration_or_a_search_for_whoever_needs_one(text: str) -> None:
    assert may_search(text=text, why="").field == "why"
    assert not may_search(text=text, why="work").allowed
    assert may_search(text=text, why=WHY).allowed


@pytest.mark.parametrize("text", ["Marlow", "Joanne Marlow", "14 Orchard Close", "محمد", "O'Neil"])
def test_a_name_needs_none(text: str) -> None:
    assert may_search(text=text, why="").allowed


@pytest.mark.parametrize(("count", "why", "shown"), [(49, "", True), (50, "", False), (50, WHY, True)])
def test_as_many_as_are_ever_shown_need_one(count: int, why: str, shown: bool) -> None:
    assert may_list(count=count, limit=50, why=why).allowed is shown
