"""By when a victim is told (V3)."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.calendars import VICTIMS_CODE
from bluelamp.deadlines.instants import LONDON, local
from bluelamp.deadlines.law import load
from bluelamp.deadlines.months import end_of_day
from bluelamp.victims.rules.telling import Step, due

LAW = load(Path(__file__).parents[3] / "bluelamp" / "victims" / "law.toml")
FIVE_OR_ONE = [
    Step.ARRESTED,
    Step.INTERVIEWED,
    Step.RELEASED_WITHOUT_CHARGE,
    Step.BAILED,
    Step.RELEASED_UNDER_INVESTIGATION,
    Step.CONDITIONS_CHANGED,
    Step.NOT_INVESTIGATED,
    Step.CHARGED,
    Step.NOT_PROSECUTED,
    Step.OUT_OF_COURT,
    Step.COURT_DATE,
]
FRIDAY_NIGHT = local(date(2026, 11, 20), time(23, 10))


@pytest.mark.parametrize("step", FIVE_OR_ONE)
@pytest.mark.parametrize(
    ("at", "enhanced", "last"),
    [
        (FRIDAY_NIGHT, True, date(2026, 11, 23)),
        (FRIDAY_NIGHT, False, date(2026, 11, 27)),
        (local(date(2026, 12, 24), time(9)), True, date(2026, 12, 29)),
        (local(date(2026, 12, 24), time(9)), False, date(2027, 1, 5)),
    ],
)
def test_one_working_day_or_five(step: Step, at: datetime, enhanced: bool, last: date) -> None:
    found = due(LAW, step=step, at=at, enhanced=enhanced)
    assert found.due == end_of_day(last)
    assert len(found.because) >= 3
    assert "Victims' Code" in found.basis


@pytest.mark.parametrize(
    ("step", "last"),
    [
        (Step.REFERRED, date(2026, 11, 24)),
        (Step.VERDICT, date(2026, 11, 23)),
        (Step.SENTENCE, date(2026, 11, 23)),
        (Step.APPEAL, date(2026, 11, 23)),
        (Step.COMPLAINT_ACKNOWLEDGED, date(2026, 12, 4)),
        (Step.COMPLAINT_ANSWERED, date(2026, 12, 18)),
        (Step.EXPENSES_PAID, date(2026, 12, 4)),
    ],
)
@pytest.mark.parametrize("enhanced", [True, False])
def test_the_same_for_everyone(step: Step, last: date, enhanced: bool) -> None:
    assert due(LAW, step=step, at=FRIDAY_NIGHT, enhanced=enhanced).due == end_of_day(last)


def test_the_written_acknowledgement_is_alerted_after_24_hours() -> None:
    found = due(LAW, step=Step.CRIME_ACKNOWLEDGED, at=FRIDAY_NIGHT, enhanced=False)
    assert found.due == FRIDAY_NIGHT + timedelta(hours=24)


def test_every_step_has_words_and_both_rows() -> None:
    for step in Step:
        assert step.words
        assert due(LAW, step=step, at=FRIDAY_NIGHT, enhanced=True).due > FRIDAY_NIGHT


@given(
    at=st.datetimes(min_value=datetime(2022, 1, 1), max_value=datetime(2027, 6, 1), timezones=st.just(LONDON)),  # noqa: DTZ001
    step=st.sampled_from(FIVE_OR_ONE),
)
def test_enhanced_is_never_later_and_the_last_day_is_a_working_day(at: datetime, step: Step) -> None:
    sooner, later = (due(LAW, step=step, at=at, enhanced=enhanced).due for enhanced in (True, False))
    assert sooner < later
    assert VICTIMS_CODE.is_working((later.astimezone(LONDON) - timedelta(minutes=1)).date())
