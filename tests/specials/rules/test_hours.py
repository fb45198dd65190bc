"""Hours: elapsed time, counted once, by calendar month; offers are gifts (S4, S5)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.specials.rules.hours import Stretch, advisory, may_offer, merged, month, month_of, rested, shared, total
from tests.specials.rules.law_for_tests import LAW

HOUR = timedelta(hours=1)
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
NOVEMBER = date(2026, 11, 1)


def stretch(starts: int, hours: float, *, day: int = 20) -> Stretch:
    start = datetime(2026, 11, day, starts, 0, tzinfo=UTC)
    return Stretch(start=start, end=start + timedelta(hours=hours))


def test_nothing_is_counted_twice():
    assert total([stretch(10, 4), stretch(12, 4), stretch(14, 2)]) == 6 * HOUR
    assert merged([stretch(10, 2), stretch(12, 2)]) == (stretch(10, 4),)
    assert total([Stretch(start=NOON, end=NOON - HOUR)]) == timedelta()


@pytest.mark.parametrize(("night", "hours"), [(date(2026, 10, 24), 9), (date(2026, 3, 28), 7), (date(2026, 11, 20), 8)])
def test_a_night_when_the_clocks_change_counts_what_passed(night, hours):
    """22:00 to 06:00 by the clock on the wall."""
    worked = Stretch(start=local(night, time(22)), end=local(night + timedelta(days=1), time(6)))
    assert total([worked]) == hours * HOUR


def test_a_month_is_cut_at_its_local_midnights():
    over = Stretch(start=datetime(2026, 10, 31, 22, tzinfo=UTC), end=datetime(2026, 11, 1, 4, tzinfo=UTC))
    assert month(first=NOVEMBER, offered=[], duty=[over]).duty == 4 * HOUR
    assert month(first=date(2026, 10, 9), offered=[], duty=[over]).duty == 2 * HOUR
    assert month_of(date(2026, 7, 15)).start == datetime(2026, 6, 30, 23, tzinfo=UTC)


def test_worked_against_offered():
    found = month(
        first=NOVEMBER,
        offered=[stretch(9, 4), stretch(9, 4, day=21)],
        duty=[stretch(10, 6)],
        training=[stretch(15, 3), stretch(19, 2, day=22)],
        employer=[stretch(9, 4)],
    )
    assert (found.offered, found.duty, found.training) == (8 * HOUR, 6 * HOUR, 4 * HOUR)
    assert found.worked == 10 * HOUR
    assert found.kept == 3 * HOUR
    assert found.employer == 3 * HOUR


def test_sixteen_hours_are_advice():
    enough = month(first=NOVEMBER, offered=[], duty=[stretch(0, 8, day=d) for d in (3, 4)])
    fewer = month(first=NOVEMBER, offered=[], duty=[stretch(10, 6.5)])
    assert advisory(LAW, enough) == "16 h of the advisory 16 h."
    nothing = month(first=NOVEMBER, offered=[], duty=[])
    assert advisory(LAW, nothing) == "None of the advisory 16 h, 16 h fewer. Not a contract."
    assert advisory(LAW, fewer) == "6 h 30 min of the advisory 16 h, 9 h 30 min fewer. Not a contract."


@pytest.mark.parametrize(
    ("starts", "hours", "field"),
    [(NOON + HOUR, 4, None), (NOON, 4, "starts"), (NOON + HOUR, 0, "hours"), (NOON + HOUR, 13, "hours"),
     (NOON + HOUR, 12, None)],
)  # fmt: skip
def test_offered_by_the_hour_and_ahead(starts, hours, field):
    verdict = may_offer(LAW, starts=starts, hours=hours, at=NOON)
    assert (verdict.allowed, verdict.field) == (field is None, field or "")


@pytest.mark.parametrize(
    ("job_ends", "field"),
    [(None, ""), (NOON - 11 * HOUR, ""), (NOON - 10 * HOUR, "rested"), (NOON, "rested"), (NOON + HOUR, "job_ends")],
)
def test_rest_after_a_job_is_a_caution(job_ends, field):
    verdict = rested(LAW, job_ends=job_ends, starts=NOON)
    assert (verdict.allowed, verdict.field) == (not field, field)


def test_shared_is_never_more_than_either():
    one, other = [stretch(9, 4), stretch(15, 2)], [stretch(10, 6)]
    assert total(shared(one, other)) == 4 * HOUR
    assert total(shared(one, other)) <= min(total(one), total(other))
