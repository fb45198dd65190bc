"""Arrival: impossible times and a second open record are refused in words."""

import pytest

from bluelamp.custody.actions.arriving import arrive
from bluelamp.custody.models import Detention
from bluelamp.ledger.queries import timeline
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done


def test_the_24_hours_run_from_arrival_and_a_decision_is_owed(evening: Evening) -> None:
    found = evening.arrived()
    assert found.relevant_time == TEN + 45 * MINUTE
    assert found.limit_at == found.relevant_time + 24 * HOUR
    owed = {one.kind: one.due_at for one in for_record(found.ref)}
    assert owed["custody.detention_limit"] == found.limit_at
    assert owed["custody.decide"] > found.arrived_at
    assert found.number == "HD 1"


def test_arrival_before_the_arrest_is_refused(evening: Evening) -> None:
    made, by = evening.arrest(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="is before the arrest"):
        done(arrive, TEN + HOUR, by=by, arrest=made, suite=evening.hatfield.pk, arrived_at=TEN - MINUTE,
             reason_late="Written up later")  # fmt: skip
    assert not Detention.objects.exists()


def test_a_time_to_come_is_refused(evening: Evening) -> None:
    made, by = evening.arrest(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="has not come yet"):
        done(arrive, TEN + HOUR, by=by, arrest=made, suite=evening.hatfield.pk, arrived_at=TEN + 2 * HOUR)


def test_back_dated_without_a_reason_is_refused_and_nothing_is_written(evening: Evening) -> None:
    made, by = evening.arrest(), evening.acting("custody_officer")
    when = TEN + 20 * MINUTE
    with pytest.raises(Refused, match="Say why"):
        done(arrive, TEN + HOUR, by=by, arrest=made, suite=evening.hatfield.pk, arrived_at=when)
    assert not Detention.objects.exists()
    number = done(arrive, TEN + HOUR, by=by, arrest=made, suite=evening.hatfield.pk, arrived_at=when,
                  reason_late="The desk was evacuated")  # fmt: skip
    line = timeline(f"detention:{number}")[-1]
    assert (line.occurred_at, line.recorded_at, line.reason) == (when, TEN + HOUR, "The desk was evacuated")


def test_at_the_suite_before_the_first_station_is_refused(evening: Evening) -> None:
    made, by = evening.arrest(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="before the first station"):
        done(arrive, TEN + HOUR, by=by, arrest=made, suite=evening.hatfield.pk, arrived_at=TEN + 57 * MINUTE,
             first_station_at=TEN + 59 * MINUTE)  # fmt: skip


def test_a_second_open_record_is_refused_in_words(evening: Evening) -> None:
    person = evening.person()
    first, second = evening.arrest(person=person), evening.arrest(person=person)
    evening.arrived(arrest=first)
    with pytest.raises(Refused, match="has an open custody record already"):
        evening.arrived(arrest=second, at=TEN + HOUR)
    assert Detention.objects.count() == 1


def test_a_further_arrest_of_somebody_held_belongs_to_their_record(evening: Evening) -> None:
    person = evening.person()
    evening.arrived(arrest=evening.arrest(person=person))
    with pytest.raises(Refused, match="in detention already"):
        evening.arrest(person=person, at=TEN + 2 * HOUR)


def test_without_the_capability_nobody_books_in(evening: Evening) -> None:
    made = evening.arrest()
    with pytest.raises(Refused, match="may not do this"):
        done(arrive, TEN + HOUR, by=evening.acting("response_officer"), arrest=made, suite=evening.hatfield.pk)
