"""Impossible times are refused in words."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.calls.rules.order_of_events import Times, possible
from bluelamp.deadlines.instants import LONDON, local

START = local(date(2026, 11, 20), time(21, 26))


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


USUAL = Times(
    received=at(0), created=at(1), assigned=at(2), acknowledged=at(3), en_route=at(4), at_scene=at(10), clear=at(50)
)


def test_the_usual_order_is_possible() -> None:
    assert possible(USUAL).allowed
    assert possible(Times()).allowed
    assert possible(Times(created=at(1), assigned=at(1), at_scene=at(1))).allowed


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"created": at(-1)}, "created"),
        ({"assigned": at(0)}, "assigned"),
        ({"acknowledged": at(1)}, "acknowledged"),
        ({"en_route": at(1)}, "en_route"),
        ({"at_scene": at(1)}, "at_scene"),
        ({"at_scene": at(3.5)}, "at_scene"),
        ({"clear": at(9)}, "clear"),
        ({"assigned": None}, "assigned"),
    ],
)
def test_what_cannot_be(changed: dict[str, datetime | None], field: str) -> None:
    verdict = possible(replace(USUAL, **changed))
    assert not verdict.allowed
    assert verdict.field == field


def test_the_repeated_hour_is_compared_by_the_instant_not_the_wall_clock() -> None:
    day = date(2026, 10, 25)
    first = local(day, time(1, 50), fold=0).astimezone(LONDON)
    second = local(day, time(1, 10), fold=1).astimezone(LONDON)
    assert possible(Times(created=first, assigned=first, at_scene=second)).allowed
    assert not possible(Times(created=second, assigned=second, at_scene=first)).allowed


@given(gaps=st.lists(st.integers(0, 120), min_size=7, max_size=7))
def test_any_steps_in_order_are_possible(gaps: list[int]) -> None:
    steps = [at(sum(gaps[: n + 1])) for n in range(7)]
    names = ("received", "created", "assigned", "acknowledged", "en_route", "at_scene", "clear")
    assert possible(Times(**dict(zip(names, steps, strict=True)))).allowed
