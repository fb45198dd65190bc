"""Instants, days and spans in words: London time, both clock changes, the day named when it is not today."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bluelamp import clock
from bluelamp.design import times

NOW = datetime(2026, 11, 21, 12, 38, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 21, 13, 50, tzinfo=UTC), "13:50"),
        (datetime(2026, 11, 22, 9, 30, tzinfo=UTC), "Sun 09:30"),
        (datetime(2026, 11, 20, 22, 50, tzinfo=UTC), "Fri 22:50"),
        (datetime(2026, 12, 4, 9, 30, tzinfo=UTC), "4 Dec 09:30"),
        (datetime(2025, 12, 4, 9, 30, tzinfo=UTC), "4 Dec 2025 09:30"),
        (datetime(2026, 7, 1, 9, 30, tzinfo=UTC), "1 Jul 10:30"),
    ],
)
def test_names_the_day_when_it_is_not_today(at: datetime, words: str) -> None:
    with clock.set_to(NOW):
        assert times.clock_words(at) == words


def test_says_the_zone_in_the_hour_that_comes_twice() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    spans = [first + timedelta(hours=n) for n in (-1, 0, 1, 2)]
    assert [times.hour(at) for at in spans] == ["00:30", "01:30 BST", "01:30 GMT", "02:30"]


def test_says_no_zone_when_the_clocks_go_forward() -> None:
    assert times.hour(datetime(2026, 3, 29, 0, 59, tzinfo=UTC)) == "00:59"
    assert times.hour(datetime(2026, 3, 29, 1, 0, tzinfo=UTC)) == "02:00"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "under 1 min"),
        (-5, "under 1 min"),
        (13, "13 min"),
        (60, "1 h"),
        (72, "1 h 12 min"),
        (65, "1 h 05 min"),
        (47 * 60, "47 h"),
        (48 * 60, "2 days"),
        (71 * 60, "2 days"),
    ],
)
def test_spans_are_never_rounded_up(minutes: int, words: str) -> None:
    assert times.span_words(timedelta(minutes=minutes, seconds=20 if minutes > 0 else 0)) == words


def test_due_says_by_was_and_end_of_day() -> None:
    with clock.set_to(NOW):
        assert times.due_words(NOW + timedelta(minutes=9)) == "by 12:47"
        assert times.due_words(NOW - timedelta(minutes=4)) == "was 12:34"
        assert times.due_words(datetime(2026, 11, 24, tzinfo=UTC)) == "end of Mon 23 Nov"
        assert times.until_words(NOW + timedelta(minutes=13)) == "in 13 min"
        assert times.until_words(NOW - timedelta(minutes=4)) == "late 4 min"
        assert times.kept_words(NOW) == "kept 12:38"
        assert times.day_words(date(2026, 11, 20)) == "Fri 20 Nov"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        times.hour(datetime(2026, 11, 21, 12, 0))  # noqa: DTZ001
