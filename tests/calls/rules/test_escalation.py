"""A supervisor hears of an incident with nobody sent (C14)."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bluelamp.calls.rules.escalation import supervisor_told_by
from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.instants import local
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "calls" / "law.toml")
AT = local(date(2026, 10, 25), time(0, 58))


@pytest.mark.parametrize(("grade", "minutes"), [(Grade.IMMEDIATE, 5), (Grade.PRIORITY, 30)])
def test_minutes_without_a_unit(grade: Grade, minutes: int) -> None:
    found = supervisor_told_by(LAW, grade=grade, graded_at=AT)
    assert found is not None
    assert found.due == AT + timedelta(minutes=minutes)


@pytest.mark.parametrize("grade", [Grade.SCHEDULED, Grade.RESOLVED])
def test_the_lower_grades_wait(grade: Grade) -> None:
    assert supervisor_told_by(LAW, grade=grade, graded_at=AT) is None
