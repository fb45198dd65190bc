"""The first hearing (F6, P33)."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.cases.rules.first_hearing import Plea, first_hearing
from bluelamp.deadlines.calendars import CRIMPR, PACE_COURT
from bluelamp.deadlines.instants import local
from bluelamp.deadlines.law import load
from bluelamp.deadlines.months import end_of_day

LAW = load(Path(__file__).parents[3] / "bluelamp" / "cases" / "law.toml")


@pytest.mark.parametrize(
    ("charged", "plea", "last"),
    [
        (date(2026, 11, 20), Plea.GUILTY, date(2026, 12, 4)),
        (date(2026, 11, 20), Plea.NOT_GUILTY, date(2026, 12, 18)),
        (date(2026, 11, 21), Plea.GUILTY, date(2026, 12, 4)),
        (date(2026, 12, 14), Plea.GUILTY, date(2026, 12, 24)),
    ],
)
def test_bailed(charged: date, plea: Plea, last: date) -> None:
    found = first_hearing(LAW, charged_at=local(charged, time(21)), in_custody=False, plea=plea)
    assert found.last_day == last
    assert found.deadline.due == end_of_day(last)
    assert not found.notify_court


@pytest.mark.parametrize(
    ("charged", "last"),
    [
        (date(2026, 11, 19), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 21)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 12, 24), date(2026, 12, 26)),
        (date(2026, 4, 2), date(2026, 4, 4)),
    ],
)
def test_kept_in_custody(charged: date, last: date) -> None:
    found = first_hearing(LAW, charged_at=local(charged, time(21)), in_custody=True, plea=Plea.NOT_GUILTY)
    assert (found.last_day, found.notify_court) == (last, None)
    assert "s.46" in found.deadline.basis


@pytest.mark.parametrize(("sits", "notify"), [(date(2026, 11, 23), False), (date(2026, 11, 24), True)])
def test_a_sitting_that_is_known_is_the_last_day(sits: date, notify: bool) -> None:
    found = first_hearing(
        LAW,
        charged_at=local(date(2026, 11, 21), time(21)),
        in_custody=True,
        plea=Plea.GUILTY,
        sittings=[local(sits, time(10))],
    )
    assert (found.last_day, found.notify_court) == (sits, notify)


@given(charged=st.dates(date(2024, 1, 1), date(2027, 11, 1)), kept=st.booleans(), plea=st.sampled_from(Plea))
def test_a_hearing_is_on_a_day_that_counts_and_after_the_charge(charged: date, kept: bool, plea: Plea) -> None:
    found = first_hearing(LAW, charged_at=local(charged, time(12)), in_custody=kept, plea=plea)
    assert found.last_day > charged
    assert (PACE_COURT if kept else CRIMPR).is_working(found.last_day)
