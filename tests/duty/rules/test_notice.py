"""Notice in clear days, and when a roster may be published, as domain rules R1 and R4 work them."""

from datetime import date
from pathlib import Path

import pytest

import bluelamp
from bluelamp.deadlines.law import load
from bluelamp.duty.rules.notice import Owed, clear_days, may_publish, public_holiday_worked, rest_day_worked

LAW = load(Path(bluelamp.__file__).parent / "duty" / "law.toml")
WORKED = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("told", "days", "owed"),
    [(2, 15, Owed.ANOTHER_DAY), (3, 14, Owed.TIME_AND_A_HALF), (17, 0, Owed.TIME_AND_A_HALF),
     (18, 0, Owed.TIME_AND_A_HALF)],
)  # fmt: skip
def test_neither_the_day_told_nor_the_day_worked_counts(told: int, days: int, owed: Owed) -> None:
    """Told on the 2nd: the 3rd to the 17th are fifteen days. Told on the 3rd: fourteen."""
    found = rest_day_worked(told_on=date(2026, 11, told), works_on=WORKED, law=LAW)
    assert (found.clear_days, found.owed) == (days, owed)
    assert clear_days(told_on=date(2026, 11, told), works_on=WORKED) == days


def test_another_rest_day_is_notified_within_four_days() -> None:
    assert rest_day_worked(told_on=date(2026, 11, 2), works_on=WORKED, law=LAW).another_day_by == date(2026, 11, 6)
    assert rest_day_worked(told_on=date(2026, 11, 3), works_on=WORKED, law=LAW).another_day_by is None
    with pytest.raises(ValueError, match="a day that was over"):
        rest_day_worked(told_on=date(2026, 11, 19), works_on=WORKED, law=LAW)


@pytest.mark.parametrize(
    ("told", "days", "owed", "by"),
    [(16, 8, Owed.DOUBLE_TIME, None), (17, 7, Owed.DOUBLE_TIME_AND_A_DAY, 21), (24, 0, Owed.DOUBLE_TIME_AND_A_DAY, 28)],
)
def test_a_public_holiday_is_double_time_and_with_short_notice_another_day(
    told: int, days: int, owed: Owed, by: int | None
) -> None:
    """Told on 16 December to work on Christmas Day: the 17th to the 24th are eight clear days."""
    found = public_holiday_worked(told_on=date(2026, 12, told), works_on=date(2026, 12, 25), law=LAW)
    day = date(2026, 12, by) if by else None
    assert (found.clear_days, found.owed, found.another_day_by) == (days, owed, day)
    with pytest.raises(ValueError, match="a day that was over"):
        public_holiday_worked(told_on=date(2026, 12, 26), works_on=date(2026, 12, 25), law=LAW)


@pytest.mark.parametrize(
    ("published", "begins", "ends", "words"),
    [
        (date(2026, 12, 4), date(2027, 1, 4), date(2027, 4, 5), ""),
        (date(2026, 12, 5), date(2027, 1, 4), date(2027, 4, 5), "Published by Fri 4 Dec 2026"),
        (date(2026, 12, 1), date(2027, 1, 4), date(2027, 4, 4), ""),
        (date(2026, 12, 1), date(2027, 1, 4), date(2027, 4, 3), "up to Sat 3 Apr 2027"),
        (date(2027, 2, 28), date(2027, 3, 31), date(2027, 6, 30), ""),
    ],
)
def test_a_month_before_for_three_months(published: date, begins: date, ends: date, words: str) -> None:
    """From Mon 4 Jan 2027: a month before is Fri 4 Dec, three months end with Sat 3 Apr. A month before 31 Mar 2027
    is 28 Feb, the last of that month."""
    verdict = may_publish(published_on=published, begins=begins, ends=ends, law=LAW)
    assert verdict.allowed is (not words)
    assert words in verdict.words
