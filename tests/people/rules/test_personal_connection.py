"""The Domestic Abuse Act's definition (D1, D2)."""

import pytest

from bluelamp.people.rules.personal_connection import Pair, Tie, child_is_victim, personally_connected


@pytest.mark.parametrize(
    ("a", "b", "ties", "connected"),
    [
        (19, 22, {Tie.RELATIVES}, True),
        (19, 22, {Tie.SHARED_HOME}, False),
        (15, 17, {Tie.INTIMATE}, False),
        (16, 17, {Tie.INTIMATE}, True),
        (30, 31, {Tie.SHARED_CHILD}, True),
        (None, 31, {Tie.MARRIED}, True),
        (None, 15, {Tie.RELATIVES}, False),
        (40, 41, set(), False),
    ],
)
def test_connected(a: int | None, b: int | None, ties: set[Tie], connected: bool) -> None:
    assert personally_connected(Pair(age_a=a, age_b=b, ties=frozenset(ties))).allowed is connected


@pytest.mark.parametrize(
    ("age", "sees", "related", "victim"),
    [
        (7, True, True, True),
        (None, True, True, True),
        (18, True, True, False),
        (7, False, True, False),
        (7, True, False, False),
    ],
)
def test_a_child_is_a_victim(age: int | None, sees: bool, related: bool, victim: bool) -> None:
    assert child_is_victim(age=age, sees_hears_or_feels_it=sees, related_to_either=related).allowed is victim
