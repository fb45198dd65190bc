"""Only a victim reached, or one who opted out, stops the clock; safety beats timeliness (V4, V7)."""

from dataclasses import replace
from datetime import date, time

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.people.rules.safe_contact import Safe, Way
from bluelamp.victims.rules.contact import Attempt, Result, may_try, stops_the_clock

NOON = local(date(2026, 11, 20), time(12))
REACHED = Attempt(result=Result.REACHED, way=Way.PHONE, at=NOON, by="officer:5")


@pytest.mark.parametrize("result", Result)
def test_only_reached_or_opted_out_stops_it(result: Result) -> None:
    attempt = replace(REACHED, result=result, opt_out_words="Please do not tell me about court dates")
    assert stops_the_clock(attempt).allowed is (result in (Result.REACHED, Result.OPTED_OUT))


def test_an_opt_out_needs_the_victims_words_and_a_name() -> None:
    assert not stops_the_clock(replace(REACHED, result=Result.OPTED_OUT)).allowed
    assert not stops_the_clock(replace(REACHED, by=" ")).allowed


def test_a_deadline_never_makes_an_unsafe_way_safe() -> None:
    assert not may_try(safe=None, way=Way.TEXT, at=NOON).allowed
    assert not may_try(safe=Safe(ways=frozenset({Way.LETTER})), way=Way.PHONE, at=NOON).allowed
    assert may_try(safe=Safe(ways=frozenset({Way.PHONE})), way=Way.PHONE, at=NOON).allowed
