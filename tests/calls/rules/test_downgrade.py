"""A grade goes up by anyone, down only with supervisor, reason and fresh THRIVE (C14)."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import product
from pathlib import Path

import pytest

from bluelamp.calls.rules.downgrade import Change, may_change
from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.instants import local
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "calls" / "law.toml")
GRADED = local(date(2026, 11, 20), time(21, 30))
DOWN = Change(
    before=Grade.IMMEDIATE,
    after=Grade.PRIORITY,
    graded_at=GRADED,
    thrive_at=GRADED + timedelta(minutes=5),
    at=GRADED + timedelta(minutes=6),
    supervisor="officer:3",
    reason="Offender has left and is in custody elsewhere",
)


@pytest.mark.parametrize(("before", "after"), list(product(Grade, Grade)))
def test_only_downwards_needs_anything(before: Grade, after: Grade) -> None:
    bare = Change(before=before, after=after, graded_at=GRADED, at=GRADED)
    assert may_change(LAW, change=bare).allowed is not before.is_above(after)


def test_a_supervised_reasoned_fresh_downgrade_is_allowed() -> None:
    assert may_change(LAW, change=DOWN).allowed


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"supervisor": " "}, "supervisor"),
        ({"reason": ""}, "reason"),
        ({"thrive_at": None}, "thrive"),
        ({"thrive_at": GRADED - timedelta(seconds=1)}, "thrive"),
        ({"thrive_at": GRADED + timedelta(minutes=7)}, "thrive"),
        ({"at": GRADED + timedelta(minutes=36)}, "thrive"),
    ],
)
def test_what_is_missing_is_named(changed: dict[str, object], field: str) -> None:
    verdict = may_change(LAW, change=replace(DOWN, **changed))
    assert not verdict.allowed
    assert verdict.field == field


def test_everything_missing_is_said_at_once() -> None:
    bare = replace(DOWN, supervisor="", reason="", thrive_at=None)
    assert len(may_change(LAW, change=bare).reasons) == 3
