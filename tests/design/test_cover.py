"""The picture of cover in its places: days, nights, bars over the least, gaps, calls, and what lies outside."""

from datetime import date, datetime, time, timedelta

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.design.cover import BASE, LEAST_BAR, Gap, Level, Strip, picture

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def at(day: int, hour: int) -> datetime:
    return local(MONDAY + day * DAY, time(hour))


def test_a_day_of_a_week_is_a_seventh_and_a_gap_stands_where_it_is() -> None:
    gap = Gap(begins=at(1, 7), ends=at(1, 15), short=1, words="5 of 6")
    strip = Strip(
        name="Response", note="", levels=(Level(begins=at(0, 0), ends=at(1, 0), there=8, least=6),), gaps=(gap,)
    )
    drawn = picture(at(0, 0), at(7, 0), [strip], now=at(1, 0))
    assert [day.words for day in drawn.days][:2] == ["Mon 23", "Tue 24"]
    assert drawn.now == pytest.approx(100 / 7, abs=0.01)
    (row,) = drawn.strips
    assert row.gaps[0].x == pytest.approx(100 * 31 / 168, abs=0.01)
    assert row.gaps[0].words == "\u22121"
    assert (row.least[0].y, row.least[0].height) == (BASE - LEAST_BAR, LEAST_BAR)
    assert row.spare[0].height == 10.0


def test_what_lies_outside_is_cut_off_or_left_out() -> None:
    calls = ((at(-1, 7), at(0, 7)), (at(8, 7), at(9, 7)))
    drawn = picture(at(0, 0), at(7, 0), [Strip(name="a", note="", calls=calls)], now=at(9, 0))
    assert drawn.now is None
    assert [(call.x, round(call.width, 2)) for call in drawn.strips[0].calls] == [(0.0, 4.17)]


def test_the_week_in_which_the_clocks_change_is_an_hour_longer() -> None:
    monday = date(2026, 10, 19)
    drawn = picture(local(monday, time(0)), local(monday + 7 * DAY, time(0)), [], now=local(monday, time(0)))
    assert drawn.days[-1].width > drawn.days[0].width
    assert sum(day.width for day in drawn.days) == pytest.approx(100, abs=0.05)


def test_an_empty_stretch_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after it begins"):
        picture(at(1, 0), at(1, 0), [], now=at(1, 0))
