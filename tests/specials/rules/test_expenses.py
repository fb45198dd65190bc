"""Expenses: by the rates of the day, only for a day served, decided by somebody else."""

from datetime import date, timedelta

import pytest

from bluelamp.specials.rules.expenses import Spent, may_claim, may_decide, money, worked_out
from tests.specials.rules.law_for_tests import LAW

TODAY = date(2026, 11, 20)
HOUR = timedelta(hours=1)


def spent(**facts) -> Spent:
    return Spent(**{"on": TODAY, "served": 6 * HOUR, "miles": 10, "vehicle": "car", **facts})


@pytest.mark.parametrize(
    ("facts", "pence"),
    [
        ({}, 450),
        ({"vehicle": "motorcycle"}, 240),
        ({"vehicle": "bicycle"}, 200),
        ({"miles": 0, "vehicle": "", "meal": 650}, 650),
        ({"miles": 0, "vehicle": "", "meal": 1200}, 700),
        ({"meal": 650, "fare": 320, "fare_for": "Parking"}, 450 + 650 + 320),
    ],
)
def test_the_sum(facts, pence):
    assert sum(line.pence for line in worked_out(LAW, spent(**facts))) == pence
    assert may_claim(LAW, spent=spent(**facts), today=TODAY).allowed


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"on": TODAY - timedelta(days=93)}, "on"),
        ({"served": timedelta()}, "on"),
        ({"miles": 0}, "miles"),
        ({"vehicle": ""}, "vehicle"),
        ({"fare": 320}, "fare_for"),
        ({"miles": 201}, "miles"),
        ({"meal": 650, "served": 4 * HOUR}, "meal"),
    ],
)
def test_what_is_refused_says_where(facts, field):
    verdict = may_claim(LAW, spent=spent(**facts), today=TODAY)
    assert (verdict.allowed, verdict.field) == (False, field)
    assert verdict.source


def test_every_reason_is_given_at_once():
    verdict = may_claim(LAW, spent=spent(vehicle="", fare=100), today=TODAY)
    assert len(verdict.reasons) == 2


@pytest.mark.parametrize(
    ("own", "agreed", "words", "allowed"),
    [(False, True, "", True), (True, True, "", False), (False, False, " ", False), (False, False, "No receipt", True)],
)
def test_who_decides(own, agreed, words, allowed):
    assert may_decide(own=own, agreed=agreed, words=words).allowed is allowed


def test_money():
    assert [money(pence) for pence in (0, 5, 450, 123456)] == ["£0.00", "£0.05", "£4.50", "£1,234.56"]


def test_no_rate_ever_pays_more_than_was_spent_on_a_meal():
    for meal in range(0, 2000, 50):
        lines = worked_out(LAW, spent(miles=0, meal=meal))
        assert sum(line.pence for line in lines) <= meal
