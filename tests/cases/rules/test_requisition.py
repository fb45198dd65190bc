"""When a requisition is taken as had, and the days that can be; each day counted by hand."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.cases.rules.requisition import Sending, may_send, may_withdraw, taken_as_served
from bluelamp.cases.rules.time_limit import Offence
from bluelamp.cases.rules.who_may_charge import TriedWhere
from bluelamp.deadlines.calendars import CRIMPR
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "cases" / "law.toml")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SUMMARY = Offence(tried=TriedWhere.SUMMARY, committed_on=date(2026, 5, 20))


def sending(**more: Any) -> Sending:
    """Sent on Friday 20 November 2026 for Friday 18 December."""
    facts: dict[str, Any] = {
        "sent_on": date(2026, 11, 20), "hearing_at": datetime(2026, 12, 18, 10, 0, tzinfo=UTC),
        "recorded_at": datetime(2026, 5, 21, 9, 0, tzinfo=UTC), "offences": [SUMMARY],
    }  # fmt: skip
    return Sending(**{**facts, **more})


@pytest.mark.parametrize(
    ("sent", "served"),
    [
        (date(2026, 11, 17), date(2026, 11, 19)),  # Tuesday: Wed 1, Thu 2
        (date(2026, 11, 20), date(2026, 11, 24)),  # Friday: Mon 1, Tue 2
        (date(2026, 11, 28), date(2026, 12, 1)),  # Saturday: Mon 1, Tue 2
        (date(2026, 12, 24), date(2026, 12, 30)),  # Christmas Eve: 25 to 28 off, Tue 29 is 1, Wed 30 is 2
        (date(2027, 3, 25), date(2027, 3, 31)),  # before Good Friday: 26 to 29 off, Tue 30 is 1, Wed 31 is 2
    ],
)
def test_the_second_business_day_after_posting(sent: date, served: date) -> None:
    assert taken_as_served(LAW, sent_on=sent) == served


@given(st.dates(date(2026, 1, 1), date(2027, 11, 30)))
def test_never_had_before_two_days_have_passed_nor_on_a_day_off(sent: date) -> None:
    served = taken_as_served(LAW, sent_on=sent)
    assert (served - sent).days >= 2
    assert CRIMPR.is_working(served)


def test_within_the_time_it_may_be_sent_and_a_day_later_not() -> None:
    # Six months from Wednesday 20 May 2026 end with Friday 20 November 2026.
    assert may_send(LAW, sending=sending(), at=NOW).allowed
    late = may_send(LAW, sending=sending(sent_on=date(2026, 11, 21)), at=NOW)
    assert not late.allowed
    assert "The time to charge is over" in late.words
    assert late.field == "sent_on"
    either = Offence(tried=TriedWhere.EITHER_WAY, committed_on=date(2025, 5, 20))
    assert may_send(LAW, sending=sending(offences=[either]), at=NOW).allowed, "no limit runs"
    assert not may_send(LAW, sending=sending(offences=[either, SUMMARY], sent_on=date(2026, 11, 21)), at=NOW).allowed


def test_a_domestic_assault_reported_in_time_has_six_months_from_the_report() -> None:
    # Reported on 1 August 2026: six months end with 1 February 2027.
    told = Offence(tried=TriedWhere.SUMMARY, committed_on=date(2026, 5, 20), domestic_assault=True,
                   reported_on=date(2026, 8, 1))  # fmt: skip
    assert may_send(LAW, sending=sending(offences=[told], sent_on=date(2026, 11, 23)), at=NOW).allowed


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"sent_on": date(2026, 11, 24)}, "sent_on", "later than today"),
        ({"recorded_at": datetime(2026, 11, 22, 9, 0, tzinfo=UTC)}, "sent_on", "before the crime was recorded"),
        (
            {"hearing_at": datetime(2026, 11, 24, 10, 0, tzinfo=UTC)},
            "hearing_at",
            "taken as had on Tue 24 Nov",
        ),
        ({"hearing_at": datetime(2026, 12, 19, 10, 0, tzinfo=UTC)}, "hearing_at", "Saturday"),
        ({"hearing_at": datetime(2026, 12, 28, 10, 0, tzinfo=UTC)}, "hearing_at", "bank holiday"),
        ({"held": True}, "person", "under arrest now"),
        ({"age": 9}, "person", "under 10"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(more: dict[str, Any], field: str, words: str) -> None:
    found = may_send(LAW, sending=sending(**more), at=NOW)
    assert (found.allowed, found.field) == (False, field)
    assert words in found.words


def test_ten_may_be_charged_and_the_day_after_it_is_had_is_early_enough() -> None:
    early = sending(age=10, hearing_at=datetime(2026, 11, 25, 10, 0, tzinfo=UTC))
    assert may_send(LAW, sending=early, at=NOW).allowed


def test_an_offence_after_the_requisition_is_refused() -> None:
    after = Offence(tried=TriedWhere.EITHER_WAY, committed_on=date(2026, 11, 21))
    assert may_send(LAW, sending=sending(offences=[after]), at=NOW).field == "committed_on"


def test_taken_back_only_while_it_stands_and_before_a_court_sat_on_it() -> None:
    assert may_withdraw(stands=True, news=False, why="New evidence").allowed
    assert "No requisition stands" in may_withdraw(stands=False, news=False, why="x").words
    assert "the prosecutor does there" in may_withdraw(stands=True, news=True, why="x").words
    assert may_withdraw(stands=True, news=False, why=" ").field == "why"
