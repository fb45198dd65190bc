"""What is known of a person when a roster is made."""

from datetime import date, timedelta

from bluelamp.duty.rules.cover import Pattern, Shift, Window
from bluelamp.duty.rules.planning import Away, Member, Planned, days_between

DAY = date(2026, 11, 25)
SHIFTS = {"N": Shift(key="N", name="Night", window=Window(begins=22 * 60, ends=31 * 60)),
          "C": Shift(key="C", name="On call", window=Window(begins=7 * 60, ends=31 * 60), on_call=True)}  # fmt: skip


def test_a_skill_is_held_up_to_its_last_day_and_not_after() -> None:
    member = Member(officer="1", name="PC 1", unit="a", skills={"taser": DAY, "search": None})
    assert [member.holds("taser", on=DAY + timedelta(n)) for n in (-1, 0, 1)] == [True, True, False]
    assert member.holds("search", on=DAY + timedelta(9999))
    assert member.holds("", on=DAY)
    assert not member.holds("response_driver", on=DAY)


def test_a_volunteer_without_a_pattern_has_no_base_shift() -> None:
    pattern = Pattern(key="p", name="p", days=("E", ""))
    assert Member(officer="1", name="SC 1", unit="a").base_shift(DAY) == ""
    turns = [Member(officer="1", name="PC", unit="a", pattern=pattern, turn=turn) for turn in (0, 1)]
    assert {one.base_shift(DAY) for one in turns} == {"E", ""}


def test_days_away_by_reason() -> None:
    member = Member(officer="1", name="PC", unit="a", away={DAY: Away.LEAVE, DAY + timedelta(1): Away.COURT})
    assert member.days_of(Away.LEAVE) == {DAY}
    assert member.days_of(*Away) == {DAY, DAY + timedelta(1)}


def test_a_planned_duty_has_instants_and_says_whether_it_is_on_call() -> None:
    duty, call = (Planned(officer="1", day=date(2026, 10, 24), shift=key).duty(SHIFTS) for key in "NC")
    assert (duty.length, duty.on_call) == (timedelta(hours=10), False)
    assert (call.length, call.on_call) == (timedelta(hours=25), True)


def test_days_between() -> None:
    assert days_between(DAY, DAY + timedelta(2)) == (DAY, DAY + timedelta(1))
    assert days_between(DAY, DAY) == ()
