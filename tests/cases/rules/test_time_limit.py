"""Six months for a summary case (F11)."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.cases.rules.time_limit import Offence, last_day, warnings
from bluelamp.cases.rules.who_may_charge import TriedWhere
from bluelamp.deadlines.law import load
from bluelamp.deadlines.months import end_of_day

LAW = load(Path(__file__).parents[3] / "bluelamp" / "cases" / "law.toml")


def summary(committed: date, reported: date | None = None) -> Offence:
    return Offence(
        tried=TriedWhere.SUMMARY, committed_on=committed, domestic_assault=reported is not None, reported_on=reported
    )


@pytest.mark.parametrize(
    ("offence", "last"),
    [
        (summary(date(2026, 5, 20)), date(2026, 11, 20)),
        (summary(date(2026, 8, 31)), date(2027, 2, 28)),
        (summary(date(2026, 5, 20), date(2026, 11, 1)), date(2027, 5, 1)),
        (summary(date(2026, 5, 20), date(2026, 11, 20)), date(2027, 5, 20)),
        (summary(date(2026, 5, 20), date(2026, 11, 21)), date(2026, 11, 20)),
        (summary(date(2022, 6, 1), date(2022, 11, 1)), date(2022, 12, 1)),
    ],
)
def test_last_day(offence: Offence, last: date) -> None:
    found = last_day(LAW, offence=offence)
    assert found is not None
    assert found.due == end_of_day(last)
    assert found.because


@pytest.mark.parametrize("tried", [TriedWhere.EITHER_WAY, TriedWhere.INDICTABLE])
def test_no_limit_runs(tried: TriedWhere) -> None:
    offence = Offence(tried=tried, committed_on=date(2026, 5, 20))
    assert last_day(LAW, offence=offence) is None
    assert warnings(LAW, offence=offence) == ()


def test_warned_at_120_150_and_165_days() -> None:
    committed = date(2026, 5, 20)
    found = warnings(LAW, offence=summary(committed))
    assert found == tuple(committed + timedelta(days=n) for n in (120, 150, 165))


@given(committed=st.dates(date(2022, 7, 1), date(2030, 1, 1)), wait=st.integers(0, 900))
def test_a_domestic_report_never_shortens_and_never_passes_two_years(committed: date, wait: int) -> None:
    ordinary = last_day(LAW, offence=summary(committed))
    domestic = last_day(LAW, offence=summary(committed, committed + timedelta(days=wait)))
    assert ordinary is not None
    assert domestic is not None
    assert ordinary.due <= domestic.due <= end_of_day(committed + timedelta(days=731))
