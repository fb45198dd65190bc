"""Instants and elapsed hours, through both clock changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.elapsed import after, between, in_words
from bluelamp.deadlines.instants import NoSuchLocalTime, as_local, comes_twice, hours_in_day, local, next_local, spoken

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
FIRST, LAST = datetime(2020, 1, 1), datetime(2030, 12, 31)  # noqa: DTZ001
INSTANTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))


def test_a_winter_time_is_utc_and_a_summer_time_an_hour_before() -> None:
    assert local(date(2026, 11, 20), time(22, 50)) == datetime(2026, 11, 20, 22, 50, tzinfo=UTC)
    assert local(date(2026, 7, 1), time(0, 30)) == datetime(2026, 6, 30, 23, 30, tzinfo=UTC)


def test_the_repeated_hour_is_told_apart_by_fold() -> None:
    assert local(AUTUMN, time(1, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert local(AUTUMN, time(1, 30), fold=1) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert comes_twice(AUTUMN, time(1, 0))
    assert comes_twice(AUTUMN, time(1, 59))
    assert not comes_twice(AUTUMN, time(2, 0))
    assert not comes_twice(AUTUMN, time(0, 59))


@pytest.mark.parametrize("minute", [0, 30, 59])
def test_the_hour_that_is_left_out_in_spring_is_refused_in_words(minute: int) -> None:
    with pytest.raises(NoSuchLocalTime, match=r"on Sun 29 Mar 2026 never was: the clocks went forward"):
        local(SPRING, time(1, minute))
    assert not comes_twice(SPRING, time(1, minute))


def test_the_edges_of_the_hour_left_out_exist() -> None:
    assert local(SPRING, time(2, 0)) - local(SPRING, time(0, 59)) == timedelta(minutes=1)


def test_the_next_time_the_clocks_show_it() -> None:
    noon = local(SPRING - timedelta(days=1), time(12, 0))
    assert next_local(time(15, 0), after=noon) == local(SPRING - timedelta(days=1), time(15, 0))
    assert next_local(time(12, 0), after=noon) == local(SPRING, time(12, 0))
    assert next_local(time(1, 30), after=noon) == local(SPRING + timedelta(days=1), time(1, 30)), "left out"
    second = local(AUTUMN, time(1, 30), fold=1)
    assert next_local(time(1, 30), after=local(AUTUMN, time(1, 30))) == second
    with pytest.raises(ValueError, match="has no zone"):
        next_local(time(1), after=datetime(2026, 1, 1))  # noqa: DTZ001


@given(INSTANTS, st.times(timezones=st.none()))
def test_the_next_time_is_later_and_shows_what_was_said(at: datetime, said: time) -> None:
    said = said.replace(second=0, microsecond=0)
    then = next_local(said, after=at)
    assert at < then <= at + timedelta(hours=49)
    assert as_local(then).time() == said


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        as_local(datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="has no zone"):
        after(datetime(2026, 1, 1), hours=1)  # noqa: DTZ001


def test_attendance_over_the_spring_change_is_14_minutes() -> None:
    assert between(local(SPRING, time(0, 50)), local(SPRING, time(2, 4))) == timedelta(minutes=14)


def test_elapsed_time_is_counted_even_between_two_local_times() -> None:
    start = as_local(local(date(2026, 10, 24), time(21, 40)))
    assert between(start, as_local(after(start, hours=24))) == timedelta(hours=24)


def test_crime_reported_the_evening_before_the_autumn_change_is_due_an_hour_earlier_on_the_wall() -> None:
    assert after(local(date(2026, 10, 24), time(21, 40)), hours=24) == local(AUTUMN, time(20, 40))


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (date(2026, 11, 20), 24)])
def test_hours_of_a_day(day: date, hours: int) -> None:
    assert hours_in_day(day) == hours


def test_words_name_the_zone_only_when_clocks_change() -> None:
    assert spoken(local(date(2026, 11, 20), time(22, 50))) == "22:50 Fri 20 Nov 2026"
    assert spoken(local(AUTUMN, time(1, 30), fold=1)) == "01:30 GMT Sun 25 Oct 2026"
    assert spoken(local(AUTUMN, time(1, 30))) == "01:30 BST Sun 25 Oct 2026"


@pytest.mark.parametrize(
    ("minutes", "words"), [(72, "1 h 12 min"), (45, "45 min"), (1440, "24 h"), (0, "0 min"), (-5, "-5 min")]
)
def test_spans_in_words(minutes: int, words: str) -> None:
    assert in_words(timedelta(minutes=minutes)) == words


@given(INSTANTS)
def test_local_and_back_is_the_same_instant(at: datetime) -> None:
    shown = as_local(at)
    assert local(shown.date(), shown.time(), fold=shown.fold) == at


@given(INSTANTS, st.integers(0, 200))
def test_hours_are_real_hours_at_any_time_of_the_year(at: datetime, hours: int) -> None:
    assert between(as_local(at), as_local(after(as_local(at), hours=hours))) == timedelta(hours=hours)
