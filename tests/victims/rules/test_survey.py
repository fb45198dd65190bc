"""A few questions: open after a stage, once, never to one who wants to hear less."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.instants import LONDON
from bluelamp.deadlines.law import load
from bluelamp.victims.rules.agreement import Frequency
from bluelamp.victims.rules.survey import LONGEST, Point, Stage, closes, may_answer, may_ask, opens, waiting

LAW = load(Path(__file__).parents[3] / "bluelamp" / "victims" / "law.toml")
REPORTED = datetime(2026, 11, 1, 12, 0, tzinfo=LONDON)
REPORT = Point(stage=Stage.REPORT, at=REPORTED)
DAY = timedelta(days=1)


def test_open_two_weeks_after_the_report_for_four_weeks() -> None:
    """1 November + 14 = 15 November; + 28 = 13 December. An outcome: + 7."""
    assert opens(LAW, point=REPORT).due == datetime(2026, 11, 15, 12, 0, tzinfo=LONDON)
    assert closes(LAW, point=REPORT).due == datetime(2026, 12, 13, 12, 0, tzinfo=LONDON)
    outcome = Point(stage=Stage.OUTCOME, at=REPORTED)
    assert opens(LAW, point=outcome).due == datetime(2026, 11, 8, 12, 0, tzinfo=LONDON)


def test_the_latest_stage_that_is_open_and_not_done() -> None:
    outcome = Point(stage=Stage.OUTCOME, at=REPORTED + 10 * DAY)
    points = [REPORT, outcome]

    def at(days: float, *done: Stage) -> Point | None:
        return waiting(LAW, points=points, done=done, at=REPORTED + days * DAY)

    assert at(13.9) is None
    assert at(14) == REPORT
    assert at(17) == outcome
    assert at(17, Stage.OUTCOME) == REPORT
    assert at(17, *Stage) is None
    assert at(45) is None


def test_asked_once_at_a_stage_and_never_one_who_wants_to_hear_less() -> None:
    each = Frequency.EACH_STEP
    assert may_ask(point=REPORT, asked=(Stage.OUTCOME,), frequency=each).allowed
    assert "asked once" in may_ask(point=REPORT, asked=(Stage.REPORT,), frequency=each).words
    assert "nothing to ask" in may_ask(point=None, asked=(), frequency=each).words
    for less in (Frequency.NOTHING, Frequency.SAFETY_ONLY):
        assert "hear less" in may_ask(point=REPORT, asked=(), frequency=less).words


@given(st.sampled_from(list(Frequency)), st.sets(st.sampled_from(list(Stage))), st.integers(0, 60))
def test_never_twice_and_never_outside_its_days(frequency: Frequency, asked: set[Stage], days: int) -> None:
    at = REPORTED + days * DAY
    point = waiting(LAW, points=[REPORT], done=(), at=at)
    verdict = may_ask(point=point, asked=tuple(asked), frequency=frequency)
    if verdict.allowed:
        assert Stage.REPORT not in asked
        assert 14 <= days < 42
        assert frequency not in (Frequency.NOTHING, Frequency.SAFETY_ONLY)
    else:
        assert verdict.words


def test_an_answer_is_one_of_the_answers() -> None:
    assert may_answer({"informed": "yes"}, "").allowed
    assert may_answer({}, "Thank you").allowed
    for given_, words in (({}, " "), ({"informed": "perhaps"}, ""), ({"else": "yes"}, ""), ({}, "x" * (LONGEST + 1))):
        assert not may_answer(given_, words).allowed
