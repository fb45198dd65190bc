"""What a special is thanked for."""

from datetime import date, timedelta

import pytest

from bluelamp.specials.rules.thanks import reached, to_thank, words_of, years_served
from tests.specials.rules.law_for_tests import LAW

ON = date(2026, 11, 20)


def keys(hours: float, since: date | None = ON) -> list[str]:
    return [one.key for one in reached(LAW, given=timedelta(hours=hours), since=since, on=ON)]


@pytest.mark.parametrize(
    ("since", "years"),
    [(None, 0), (ON, 0), (date(2025, 11, 21), 0), (date(2025, 11, 20), 1), (date(2017, 11, 20), 9),
     (ON + timedelta(days=3), 0)],
)  # fmt: skip
def test_full_years(since, years):
    assert years_served(since, ON) == years


def test_a_leap_day_comes_round():
    assert years_served(date(2024, 2, 29), date(2025, 2, 28)) == 1
    assert years_served(date(2024, 2, 29), date(2025, 2, 27)) == 0


def test_hours_and_years():
    assert keys(99.9) == []
    assert keys(100) == ["hours_100"]
    assert keys(600, date(2023, 11, 1)) == ["hours_100", "hours_250", "hours_500", "years_1", "years_3"]


def test_only_the_highest_is_owed_and_only_once():
    found = reached(LAW, given=timedelta(hours=600), since=date(2023, 11, 1), on=ON)
    assert [one.key for one in to_thank(found, [])] == ["hours_500", "years_3"]
    assert [one.key for one in to_thank(found, ["hours_500"])] == ["years_3"]
    assert to_thank(found, ["hours_500", "years_3"]) == ()


def test_words():
    assert [words_of(key) for key in ("hours_1000", "years_1", "years_9")] == [
        "1,000 hours given",
        "One year",
        "9 years",
    ]
    assert all(one.words == words_of(one.key) for one in reached(LAW, given=timedelta(hours=9999), since=None, on=ON))
