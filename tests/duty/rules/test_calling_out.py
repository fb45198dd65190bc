"""Who is next in line for a call out: those on call, then the unit's own who work tomorrow and have had their rest."""

from datetime import time, timedelta

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.duty.rules.calling_out import Candidate, in_line
from bluelamp.duty.rules.duties import Duty
from tests.duty.units import DAY, LAW, MONDAY

HOURS = {"E": (7, 16), "L": (15, 24), "N": (22, 31), "C": (7, 31)}
AT = local(MONDAY, time(20))


def duty(shift: str, day: int = 0, unit: str = "a") -> Duty:
    first, last = (timedelta(hours=one) for one in HOURS[shift])
    midnight = local(MONDAY + day * DAY, time(0))
    return Duty(begins=midnight + first, ends=midnight + last, on_call=shift == "C", unit=unit)


def who(officer: int, *duties: Duty, unit: str = "a", **more: bool) -> Candidate:
    return Candidate(officer=officer, unit=unit, duties=duties, **more)


def line(*candidates: Candidate) -> list[int]:
    return in_line("a", candidates, at=AT, law=LAW)


def test_three_tiers_in_order() -> None:
    """At 20:00: 1 is on call for the unit, 2 for another; 3 works the early tomorrow, 4 the late."""
    found = line(who(3, duty("E", 1)), who(2, duty("C", unit="b"), unit="b"), who(4, duty("L", 1)), who(1, duty("C")))
    assert found == [1, 2, 4, 3]


@pytest.mark.parametrize(
    ("candidate", "why"),
    [
        (who(1, duty("L"), duty("L", 1)), "on duty now"),
        (who(1, duty("L", 1), away=True), "away"),
        (who(1, duty("L", 1), fits=False), "not for this unit's work"),
        (who(1, duty("L", 1), unit="b"), "of another unit"),
        (who(1, duty("E", 2)), "nothing tomorrow"),
        (who(1), "no duty at all"),
        (who(1, duty("E"), duty("L", 1)), "off since 16:00, four hours of rest"),
        (who(1, duty("N", -1), duty("N", 1)), "between two nights"),
        (who(1, duty("C"), away=True), "on call, and away"),
    ],
)
def test_who_is_not_called(candidate: Candidate, why: str) -> None:
    assert line(candidate) == [], why


def test_a_night_behind_one_and_a_day_ahead_is_rest_enough() -> None:
    """Off at 7:00, thirteen hours ago."""
    assert line(who(1, duty("N", -1), duty("L", 1))) == [1]
