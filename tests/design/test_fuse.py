"""State and length of the fuse, the groups and their scales."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp import clock
from bluelamp.design.fuse import Row, due_line, fuse, groups, large_unit

NOW = datetime(2026, 11, 21, 12, 38, tzinfo=UTC)
MIN = timedelta(minutes=1)


def drawn(began: float, due: float, done: float | None = None, ended: bool = False):
    return fuse(
        began_at=NOW + began * MIN,
        due=NOW + due * MIN,
        at=NOW,
        done_at=None if done is None else NOW + done * MIN,
        ended=ended,
    )


@pytest.mark.parametrize(
    ("began", "due", "done", "ended", "state"),
    [
        (-10, 50, None, False, "next"),
        (-55, 5.1, None, False, "next"),
        (-55, 5, None, False, "now"),
        (-28, 3.2, None, False, "next"),
        (-27, 3, None, False, "now"),
        (-27, 0, None, False, "now"),
        (-27, -0.1, None, False, "late"),
        (-27, -4, -5, False, "kept"),
        (-27, -4, -4, False, "kept"),
        (-27, -4, -3, False, "late"),
        (-27, 5, None, True, "broken"),
        (-27, -5, None, True, "broken"),
    ],
)
def test_yellow_begins_at_the_last_tenth_or_five_minutes(began, due, done, ended, state) -> None:
    assert drawn(began, due, done, ended).state == state


@given(began=st.floats(-10_000, -0.1), due=st.floats(-10_000, 10_000))
def test_burnt_and_left_make_the_whole(began: float, due: float) -> None:
    bar = drawn(began, max(due, began + 0.1))
    assert bar.burnt + bar.left == pytest.approx(100, abs=0.02)
    assert 0 <= bar.left <= 100


@given(minutes=st.floats(1, 5_000), more=st.floats(0, 5_000))
def test_a_later_due_time_never_looks_more_pressing(minutes: float, more: float) -> None:
    order = ["next", "now", "late"]
    assert order.index(drawn(-10, minutes + more).state) <= order.index(drawn(-10, minutes).state)


def row(minutes: float, **more) -> Row:
    return Row(what=f"in {minutes}", began_at=NOW - 300 * MIN, due=NOW + minutes * MIN, **more)


def test_groups_are_soonest_first_on_one_scale() -> None:
    with clock.set_to(NOW):
        found = groups([row(600), row(30), row(-4), row(3), row(4000), row(15), row(20, folded=13)], NOW)
    assert [(g.title, g.total) for g in found] == [
        ("Now", 2),
        ("Next hour", 16),
        ("Later today", 1),
        ("After today", 1),
    ]
    assert [r.left for r in found[1].rows] == [25.0, 33.33, 50.0]
    assert [r.left for r in found[0].rows] == [100.0, 5.0]
    assert found[3].rows[0].left == 100.0
    assert found[1].axis == ("now", "+30 min", "13:38")


def test_no_promises_no_groups() -> None:
    with clock.set_to(NOW):
        assert groups([], NOW) == []


def test_a_late_promise_once_done_stays_late() -> None:
    with clock.set_to(NOW):
        assert due_line(row(-10, done_at=NOW - 5 * MIN), NOW) == ("late 5 min", "done 12:33, due 12:28")
        assert due_line(row(-10, done_at=NOW - 15 * MIN), NOW) == ("kept 12:23", "due 12:28")
        assert due_line(row(10, waiting_since=NOW - 6 * MIN), NOW) == ("waiting 6 min", "by 12:48")
        assert due_line(row(-10, ended=True), NOW)[0] == "never done"


def test_one_number_for_the_ring() -> None:
    assert [large_unit(m * MIN) for m in (-3, 13, 60, 540, 2880)] == [
        (0, "min"),
        (13, "min"),
        (1, "hour"),
        (9, "hours"),
        (2, "days"),
    ]
