"""Outcomes and what each needs (H8, H9)."""

from datetime import date
from pathlib import Path

import pytest

from bluelamp.crimes.rules.outcomes import Outcome, is_positive, may_give, wording
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "crimes" / "law.toml")
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("code", "facts", "field"),
    [
        ("1", {"charge_linked": True}, None),
        ("1", {}, "charge_linked"),
        ("2", {"suspect_age": 10}, None),
        ("2", {"suspect_age": 17}, None),
        ("2", {"suspect_age": 18}, "suspect_age"),
        ("2", {"suspect_age": 9}, "suspect_age"),
        ("2", {}, "suspect_age"),
        ("3", {"suspect_age": 17}, "suspect_age"),
        ("3", {"suspect_age": 18}, None),
        ("11", {"suspect_age": 9}, None),
        ("11", {"suspect_age": 10}, "suspect_age"),
        ("4", {"charge_linked": True, "form_mg18": True}, None),
        ("4", {"charge_linked": True}, "form_mg18"),
        ("4", {"form_mg18": True}, "charge_linked"),
        ("14", {"suspect_named": True}, "suspect_named"),
        ("14", {}, None),
        ("15", {}, "suspect_named"),
        ("15", {"suspect_named": True}, None),
        ("16", {"suspect_named": True, "victim_words": "I want it left"}, None),
        ("16", {"suspect_named": True}, "victim_words"),
        ("16", {"victim_words": "I want it left"}, "suspect_named"),
        ("16", {"suspect_named": True, "victim_words": "No", "domestic": True}, "safeguarding_reviewed"),
        ("16", {"suspect_named": True, "victim_words": "No", "domestic": True, "safeguarding_reviewed": True}, None),
        ("17", {"time_limit_passed": True}, None),
        ("17", {"time_limit_passed": False}, "time_limit_passed"),
        ("17", {}, "time_limit_passed"),
        ("18", {"lines_of_enquiry": "House to house, CCTV", "supervisor": "officer:3"}, None),
        ("18", {"lines_of_enquiry": "House to house, CCTV"}, "supervisor"),
        ("18", {"supervisor": "officer:3"}, "lines_of_enquiry"),
        ("20", {"agency": "Borough council", "victim_told": True}, None),
        ("20", {"agency": "Borough council"}, "victim_told"),
        ("22", {}, None),
        ("24", {}, "code"),
    ],
)
def test_what_each_outcome_needs(code: str, facts: dict[str, object], field: str | None) -> None:
    verdict = may_give(LAW, outcome=Outcome(code=code, on=DAY, **facts))
    assert verdict.allowed is (field is None), verdict.words
    assert verdict.field == (field or "")


def test_22_began_in_april_2019_and_is_no_detection() -> None:
    assert not may_give(LAW, outcome=Outcome(code="22", on=date(2019, 3, 31))).allowed
    assert may_give(LAW, outcome=Outcome(code="22", on=date(2019, 4, 1))).allowed
    assert not is_positive("22")
    assert is_positive("1")


def test_all_twenty_three_have_their_wording() -> None:
    assert all(wording(LAW, code=str(code), on=DAY) for code in range(1, 24))
