"""What somebody has worked of late, worked out by hand, beside the rules."""

from datetime import datetime, time, timedelta

from bluelamp.deadlines.instants import local
from bluelamp.duty.rules.duties import Duty
from bluelamp.duty.rules.fatigue import facts, rules_beside, worked
from tests.duty.units import DAY, LAW, MONDAY

HOURS = {"E": (7, 16), "L": (15, 24), "N": (22, 31), "C": (7, 31)}
NOON = local(MONDAY, time(12))


def days(letters: str, first: int) -> list[Duty]:
    """One letter for each day from day `first` of the Monday on."""
    made = []
    for n, one in enumerate(letters):
        if one != ".":
            begins, ends = (local(MONDAY + (first + n + hour // 24) * DAY, time(hour % 24)) for hour in HOURS[one])
            made.append(Duty(begins=begins, ends=ends, on_call=one == "C"))
    return made


def found(letters: str, first: int, at: datetime = NOON):  # type: ignore[no-untyped-def]
    return worked(days(letters, first), at=at, law=LAW)


def test_hours_of_seven_and_fourteen_days() -> None:
    """At noon of Monday: five hours of this early, two earlies of 9 h in the week, and one more in the one before."""
    done = found("E....EE.E", -8)
    assert done.in_7_days == timedelta(hours=5 + 9 + 9)
    assert done.in_14_days == timedelta(hours=5 + 9 + 9 + 9)


def test_a_duty_is_cut_where_the_seven_days_begin_and_calls_are_no_work() -> None:
    """The early of Monday a week ago counts from noon to 16:00."""
    assert found("E", -7).in_7_days == timedelta(hours=4)
    assert found("C", -1).in_7_days == timedelta(0)


def test_nights_in_a_row_up_to_now() -> None:
    assert found("NNN", -3).nights == 3
    assert found("NN..", -4).nights == 0, "two days off since"
    assert found("N.N", -3).nights == 1
    assert found("NN", -1, at=local(MONDAY, time(23))).nights == 2, "the one that runs is counted"


def test_rest_before_the_next_duty_runs_from_the_end_of_this_one() -> None:
    """Early until 16:00, late the next day at 15:00: 23 h. A night clock change leaves real hours."""
    now = found("EL", 0)
    assert (now.rest, now.next_begins) == (timedelta(hours=23), local(MONDAY + DAY, time(15)))
    assert found("E", 0).rest is None
    assert found("E", 1).rest is None


def test_facts_stand_beside_their_rules() -> None:
    said = facts(found("NNNNN.L", -5), rules_beside(at=NOON, law=LAW))
    assert [one.words for one in said] == [
        "45 h worked in the last 7 days",
        "45 h worked in the last 14 days",
        "5 nights in a row",
        "32 h of rest before the next duty, 15:00 Tue 5 Jan 2027",
    ]
    assert [one.rule for one in said][2:] == ["4 nights in a row at most", "11 h of rest at least"]
    assert [one.short for one in said] == [False, False, True, False]
    assert all(one.source for one in said)


def test_too_little_rest_is_said() -> None:
    (*_, rest) = facts(found("LE", 0, at=local(MONDAY, time(16))), rules_beside(at=NOON, law=LAW))
    assert (rest.words, rest.short) == ("7 h of rest before the next duty, 07:00 Tue 5 Jan 2027", True)
