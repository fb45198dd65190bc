"""The clock steps over what is not counted, and over nothing twice."""

from datetime import UTC, datetime, timedelta

from bluelamp.custody.rules import pauses
from bluelamp.custody.rules.facts import HospitalVisit, Period

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_visit_moves_the_end_by_its_length() -> None:
    away = HospitalVisit(left_at=NOON + HOUR, returned_at=NOON + 3 * HOUR)
    due, steps = pauses.run(
        start=NOON, span=6 * HOUR, not_counted=pauses.at_hospital(hospital=(away,), at=NOON + 9 * HOUR)
    )
    assert due == NOON + 8 * HOUR
    assert len(steps) == 1


def test_questioning_at_hospital_counts() -> None:
    asked = Period(began_at=NOON + 2 * HOUR, ended_at=NOON + 2.5 * HOUR)
    away = HospitalVisit(left_at=NOON + HOUR, returned_at=NOON + 3 * HOUR, questioned=(asked,))
    stretches = pauses.at_hospital(hospital=(away,), at=NOON + 9 * HOUR)
    due, _ = pauses.run(start=NOON, span=6 * HOUR, not_counted=stretches)
    assert due == NOON + 7.5 * HOUR


def test_counted_time_leaves_the_visit_out() -> None:
    away = HospitalVisit(left_at=NOON + HOUR, returned_at=NOON + 3 * HOUR)
    stretches = pauses.at_hospital(hospital=(away,), at=NOON + 9 * HOUR)
    assert pauses.counted(period=Period(began_at=NOON, ended_at=NOON + 5 * HOUR), not_counted=stretches) == 3 * HOUR
