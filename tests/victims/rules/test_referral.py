"""Referral to support (right 4)."""

from datetime import date, time
from pathlib import Path

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.deadlines.law import load
from bluelamp.deadlines.months import end_of_day
from bluelamp.victims.rules.referral import Consent, due, may_refer

LAW = load(Path(__file__).parents[3] / "bluelamp" / "victims" / "law.toml")


def test_two_working_days() -> None:
    assert due(LAW, reported_at=local(date(2026, 11, 20), time(9))).due == end_of_day(date(2026, 11, 24))


@pytest.mark.parametrize(
    ("agreed", "asked_first", "allowed"),
    [(True, True, True), (True, False, True), (None, False, True), (None, True, False), (False, False, False)],
)
def test_never_against_the_victims_word(agreed: bool | None, asked_first: bool, allowed: bool) -> None:
    assert may_refer(Consent(agreed=agreed, asked_first=asked_first)).allowed is allowed
