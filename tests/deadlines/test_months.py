"""Calendar months: bail periods, limitation, ends of days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.counting import months_after, period_of_months
from bluelamp.deadlines.months import add_months, end_of_day, last_day_of_period

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("start", "three", "six", "nine"),
    [
        (date(2026, 1, 15), date(2026, 4, 14), date(2026, 7, 14), date(2026, 10, 14)),
        (date(2026, 12, 1), date(2027, 2, 28), date(2027, 5, 31), date(2027, 8, 31)),
        (date(2027, 11, 30), date(2028, 2, 29), date(2028, 5, 29), date(2028, 8, 29)),
    ],
)
def test_the_bail_table(start: date, three: date, six: date, nine: date) -> None:
    assert [last_day_of_period(start, n) for n in (3, 6, 9)] == [three, six, nine]


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 5, 20), 6, date(2026, 11, 20)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_the_corresponding_date(day: date, months: int, last: date) -> None:
    assert add_months(day, months) == last
    assert months_after(day, months, basis="MCA 1980 s.127", event="Offence").due == end_of_day(last)


def test_a_period_needs_a_month() -> None:
    with pytest.raises(ValueError, match="at least one month"):
        last_day_of_period(date(2026, 1, 1), 0)


def test_the_end_of_a_day_is_the_local_midnight() -> None:
    assert end_of_day(date(2026, 7, 1)) == datetime(2026, 7, 1, 23, tzinfo=UTC)
    assert end_of_day(date(2026, 11, 1)) == datetime(2026, 11, 2, 0, tzinfo=UTC)
    assert end_of_day(date(2026, 10, 24)) == datetime(2026, 10, 24, 23, tzinfo=UTC)
    assert end_of_day(date(2026, 10, 25)) == datetime(2026, 10, 26, 0, tzinfo=UTC)


def test_the_counting_is_shown() -> None:
    found = period_of_months(date(2026, 1, 15), 3, basis="PACE s.47ZB", event="The day after arrest")
    assert found.because == (
        "The day after arrest: Thu 15 Jan 2026.",
        "3 months beginning with that day end with Tue 14 Apr 2026.",
    )


@given(DAYS, st.integers(1, 36))
def test_periods_follow_one_another_without_overlap(start: date, months: int) -> None:
    end = last_day_of_period(start, months)
    corresponding = add_months(start, months)
    assert end in (corresponding, corresponding - timedelta(days=1))
    assert (end == corresponding) == (corresponding.day != start.day)


@given(DAYS, st.integers(0, 36))
def test_months_are_never_longer_than_the_corresponding_date(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day


@given(DAYS, DAYS, st.integers(1, 12))
def test_a_later_start_never_ends_earlier(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert last_day_of_period(first, months) <= last_day_of_period(second, months)
