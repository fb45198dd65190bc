"""Overtime after a duty: whole quarters of an hour, and not the first half hour on four times a week."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.law import load
from bluelamp.duty.rules.overtime import overtime_minutes, recall_minutes

LAW = load(Path(__file__).resolve().parents[3] / "bluelamp" / "duty" / "law.toml")
DAY = date(2027, 1, 4)


def minutes(stayed: float, before: int = 0) -> int:
    return overtime_minutes(over=timedelta(minutes=stayed), times_before=before, law=LAW, on=DAY)


@pytest.mark.parametrize(
    ("stayed", "before", "counts"),
    [
        (0, 0, 0),
        (29, 0, 0),
        (30, 0, 0),
        (44, 0, 0),
        (45, 0, 15),
        (95, 0, 60),
        (95, 3, 60),
        (95, 4, 90),
        (14, 4, 0),
        (15, 4, 15),
    ],
)
def test_what_counts(stayed: float, before: int, counts: int) -> None:
    assert minutes(stayed, before) == counts


@given(st.integers(0, 900), st.integers(0, 9))
def test_never_more_than_was_worked_and_never_less_for_staying_longer(stayed: int, before: int) -> None:
    assert minutes(stayed, before) <= stayed
    assert minutes(stayed, before) <= minutes(stayed + 1, before)
    assert minutes(stayed, before) <= minutes(stayed, before + 1)


def test_nobody_stays_on_for_less_than_no_time() -> None:
    with pytest.raises(ValueError, match="less than none"):
        minutes(-1)


@pytest.mark.parametrize(("worked", "counts"), [(0, 240), (239, 240), (240, 240), (254, 240), (255, 255), (600, 600)])
def test_a_recall_counts_four_hours_at_least(worked: int, counts: int) -> None:
    assert recall_minutes(worked=timedelta(minutes=worked), law=LAW, on=DAY) == counts
    with pytest.raises(ValueError, match="no time"):
        recall_minutes(worked=timedelta(minutes=-1), law=LAW, on=DAY)
