"""What must hold whatever the facts: more "yes" never lowers a band; a later notice never has an earlier hearing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.law import load
from bluelamp.safeguarding.rules.assessing import Count, Grading, Risk, assess_due, band, may_grade, standing
from bluelamp.safeguarding.rules.protection import Regime, hearing_due
from bluelamp.safeguarding.rules.school_notice import SchoolYear, due

LAW = load(Path(__file__).resolve().parents[3] / "bluelamp" / "safeguarding" / "law.toml")
START = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
COUNTS = st.integers(0, 27)


@given(COUNTS, COUNTS)
def test_more_yes_never_lowers_the_band(one: int, two: int) -> None:
    low, high = (band(LAW, tool="dash_27", count=Count(yes=yes, no=0), at=START) for yes in sorted((one, two)))
    assert low is not None
    assert high is not None
    assert not high.is_below(low)


@given(COUNTS, COUNTS, st.sampled_from(list(Risk)))
def test_what_is_not_answered_never_makes_a_grade_allowed(yes: int, opened: int, grade: Risk) -> None:
    """Turning every "no" into "not asked" never allows what was refused."""
    asked = Grading(tool="dash_27", count=Count(yes=yes, no=opened), grade=grade, reason="As she said")
    open_ = Grading(tool="dash_27", count=Count(yes=yes, no=0, not_asked=opened), grade=grade, reason="As she said")
    if may_grade(grading=open_).allowed:
        assert may_grade(grading=asked).allowed


@given(COUNTS, st.sampled_from(list(Risk)))
def test_what_stands_is_never_below_what_was_judged_nor_below_high_from_the_threshold_on(
    yes: int, judged: Risk
) -> None:
    found = standing(LAW, grading=Grading(tool="dash_27", count=Count(yes=yes, no=27 - yes), grade=judged), at=START)
    assert not found.is_below(judged)
    assert found is (Risk.HIGH if yes >= 14 else judged)


@given(MOMENTS, st.integers(0, 720))
def test_with_a_duty_on_the_roster_nobody_gets_less_than_an_hour(at: datetime, minutes: int) -> None:
    ends = at + timedelta(minutes=minutes)
    found = assess_due(LAW, raised_at=at, duty_ends_at=ends).due
    assert found >= ends
    assert found - at >= timedelta(hours=1)
    assert minutes < 60 or found == ends


@given(MOMENTS)
def test_an_assessment_is_due_within_a_shift_and_an_hour(at: datetime) -> None:
    left = assess_due(LAW, raised_at=at).due - at
    assert timedelta(hours=1) <= left <= timedelta(hours=10)


@given(MOMENTS, st.integers(0, 5000))
def test_a_later_notice_never_has_an_earlier_hearing(at: datetime, later: int) -> None:
    first, second = (
        hearing_due(LAW, regime=Regime.DAPN, served_at=each).due for each in (at, at + timedelta(minutes=later))
    )
    assert first <= second
    assert first - at >= timedelta(hours=48)


@given(MOMENTS)
def test_the_school_hears_before_the_bell_of_a_weekday(at: datetime) -> None:
    found = due(LAW, year=SchoolYear(), at=at).due
    assert found > at
    assert found.weekday() < 5
