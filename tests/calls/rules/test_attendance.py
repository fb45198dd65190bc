"""When somebody must be at scene, and both measures (C6 to C9)."""

from datetime import UTC, datetime, time, timedelta
from datetime import date as day
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.calls.rules.attendance import Incident, call_back_due, due, in_time, measured
from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.instants import LONDON, local
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "calls" / "law.toml")
NOON = local(day(2026, 11, 20), time(12))


@pytest.mark.parametrize(
    ("grade", "rural", "minutes"),
    [
        (Grade.IMMEDIATE, False, 15),
        (Grade.IMMEDIATE, True, 20),
        (Grade.PRIORITY, False, 60),
        (Grade.PRIORITY, True, 60),
        (Grade.SCHEDULED, False, 48 * 60),
    ],
)
def test_targets(grade: Grade, rural: bool, minutes: int) -> None:
    found = due(LAW, incident=Incident(grade=grade, rural=rural, created_at=NOON))
    assert found is not None
    assert found.due == NOON + timedelta(minutes=minutes)
    assert found.because
    assert found.basis


def test_before_the_national_targets_rural_was_15_minutes_too() -> None:
    old = local(day(2025, 11, 20), time(12))
    found = due(LAW, incident=Incident(grade=Grade.IMMEDIATE, rural=True, created_at=old))
    assert found is not None
    assert found.due == old + timedelta(minutes=15)


def test_spring_night_takes_14_minutes_not_74() -> None:
    created = local(day(2026, 3, 29), time(0, 50))
    scene = local(day(2026, 3, 29), time(2, 4))
    for zone in (UTC, LONDON):
        incident = Incident(
            grade=Grade.IMMEDIATE,
            rural=False,
            created_at=created.astimezone(zone),
            first_at_scene=scene.astimezone(zone),
        )
        assert measured(LAW, incident=incident).published == timedelta(minutes=14)
        assert in_time(LAW, incident=incident) is True


def test_both_measures_and_the_published_one() -> None:
    incident = Incident(
        grade=Grade.PRIORITY,
        rural=False,
        created_at=NOON,
        dispatched_at=NOON + timedelta(minutes=10),
        first_at_scene=NOON + timedelta(minutes=70),
    )
    found = measured(LAW, incident=incident)
    assert (found.from_created, found.from_dispatched) == (timedelta(minutes=70), timedelta(minutes=60))
    assert found.published == found.from_created
    assert in_time(LAW, incident=incident) is False
    by_dispatch = LAW.changed("calls.attend.clock_start", "dispatched")
    assert in_time(by_dispatch, incident=incident) is True


def test_counted_from_dispatch_there_is_no_deadline_before_one() -> None:
    by_dispatch = LAW.changed("calls.attend.clock_start", "dispatched")
    assert due(by_dispatch, incident=Incident(grade=Grade.IMMEDIATE, rural=False, created_at=NOON)) is None


def test_an_agreed_slot_is_the_deadline_of_a_scheduled_visit() -> None:
    slot = NOON + timedelta(days=3)
    found = due(LAW, incident=Incident(grade=Grade.SCHEDULED, rural=False, created_at=NOON, agreed_at=slot))
    assert found is not None
    assert found.due == slot


def test_resolved_owes_a_call_back_and_nobody_is_sent() -> None:
    incident = Incident(grade=Grade.RESOLVED, rural=False, created_at=NOON)
    assert due(LAW, incident=incident) is None
    found = call_back_due(LAW, incident=incident)
    assert found is not None
    assert found.due == NOON + timedelta(hours=8)
    assert call_back_due(LAW, incident=Incident(grade=Grade.PRIORITY, rural=False, created_at=NOON)) is None


@given(
    at=st.datetimes(min_value=datetime(2026, 2, 1), max_value=datetime(2027, 12, 1), timezones=st.just(LONDON)),  # noqa: DTZ001
    rural=st.booleans(),
)
def test_a_more_urgent_grade_is_never_due_later(at: datetime, rural: bool) -> None:
    grades = (Grade.IMMEDIATE, Grade.PRIORITY, Grade.SCHEDULED)
    found = [due(LAW, incident=Incident(grade=grade, rural=rural, created_at=at)) for grade in grades]
    times = [deadline.due for deadline in found if deadline]
    assert len(times) == 3
    assert times == sorted(times)
