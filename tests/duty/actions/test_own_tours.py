"""Booking oneself on and off by the published duty; what was stayed on stands in the account of time."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting
from bluelamp.duty.actions.own_tours import begin_own_tour, end_own_tour
from bluelamp.duty.actions.tours import Booking, book_on, book_shift_on
from bluelamp.duty.models import PlannedDuty, TimeEntry, Tour
from bluelamp.duty.own_tour_queries import duty_to_begin, tour_to_end
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, SETTING_UP, Littleford

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def duty(littleford: Littleford) -> PlannedDuty:
    """A published early of a constable's."""
    roster = littleford.a_published_roster()
    return next(one for one in littleford.on(roster, MONDAY + 9 * DAY, "E") if one.officer.regular_rank == "constable")


@pytest.fixture
def mine(littleford: Littleford, duty: PlannedDuty) -> Acting:
    return littleford.who(duty.officer.collar_number)


def stay_on(mine: Acting, began: datetime, ended: datetime, minutes: float) -> TimeEntry | None:
    """On at the beginning, off so long after the end; the overtime written."""
    begin_own_tour(by=mine, at=began)
    end_own_tour(by=mine, at=ended + timedelta(minutes=minutes))
    return TimeEntry.objects.order_by("pk").last()


def test_from_an_hour_before_until_the_end(duty: PlannedDuty, mine: Acting) -> None:
    with pytest.raises(Refused, match="The duty desk books you on"):
        begin_own_tour(by=mine, at=duty.during.lower - 61 * MINUTE)
    begin_own_tour(by=mine, at=duty.during.lower - 60 * MINUTE)
    tour = Tour.objects.get()
    assert tour.during == DateTimeTZRange(duty.during.lower - HOUR, duty.during.upper)
    assert tour.team == duty.officer.post.team
    with pytest.raises(Refused, match="No duty of yours"):
        begin_own_tour(by=mine, at=duty.during.lower)


def test_nobody_else_s_duty_is_begun(duty: PlannedDuty, littleford: Littleford) -> None:
    free = next(
        one for one in range(101, 110) if duty_to_begin(littleford.officer(str(one)).pk, at=duty.during.lower) is None
    )
    with pytest.raises(Refused, match="No duty of yours"):
        begin_own_tour(by=littleford.who(str(free)), at=duty.during.lower)


def test_booked_off_early_it_ends_there_and_is_not_begun_again(duty: PlannedDuty, mine: Acting) -> None:
    begin_own_tour(by=mine, at=duty.during.lower)
    off = duty.during.upper - HOUR
    end_own_tour(by=mine, at=off)
    tour = Tour.objects.get()
    assert (tour.during.upper, tour.booked_off_at, tour.minutes_over) == (off, off, 0)
    assert duty_to_begin(mine.number, at=off + MINUTE) is None
    with pytest.raises(Refused, match="not booked on"):
        end_own_tour(by=mine, at=off + MINUTE)
    assert not TimeEntry.objects.exists()


def test_what_was_stayed_on_is_overtime_by_the_law(duty: PlannedDuty, mine: Acting) -> None:
    written = stay_on(mine, duty.during.lower, duty.during.upper, 95)
    assert written
    assert (written.kind, written.amount, written.day) == ("overtime", 60, duty.day)
    assert written.source.startswith("Police Regulations 2003 Annex G")
    assert "1 h 35 min" in written.because
    assert Entry.objects.filter(event="duty.time_written", record=mine.ref).exists()


def test_who_only_forgot_to_book_off_is_off_when_the_duty_ended(duty: PlannedDuty, mine: Acting) -> None:
    begin_own_tour(by=mine, at=duty.during.lower)
    end_own_tour(stayed_on=False, by=mine, at=duty.during.upper + 5 * HOUR)
    tour = Tour.objects.get()
    assert (tour.during.upper, tour.booked_off_at, tour.minutes_over) == (duty.during.upper, duty.during.upper, 0)
    assert not TimeEntry.objects.exists()


def test_the_fifth_time_in_a_week_the_half_hour_counts(duty: PlannedDuty, mine: Acting) -> None:
    monday = duty.during.lower - duty.day.weekday() * DAY
    for day in range(4):
        during = DateTimeTZRange(monday + day * HOUR, monday + (day + 0.5) * HOUR)
        team = duty.officer.post.team
        Tour.objects.create(
            officer=duty.officer, team=team, kind="duty", during=during, minutes_over=5, booked_off_at=monday
        )  # fmt: skip
    written = stay_on(mine, duty.during.lower, duty.during.upper, 95)
    assert written
    assert written.amount == 90


def test_what_was_agreed_to_before_is_not_counted_twice(duty: PlannedDuty, mine: Acting) -> None:
    """The desk asked for four hours more, which the account of time has; only what is beyond them is new."""
    began, ended = duty.during.lower, duty.during.upper
    begin_own_tour(by=mine, at=began)
    duty.during = DateTimeTZRange(began, ended + 4 * HOUR)
    duty.save(update_fields=["during"])
    end_own_tour(by=mine, at=ended + 5 * HOUR)
    assert Tour.objects.get().minutes_over == 60
    assert TimeEntry.objects.get().amount == 30


def test_ended_once_it_is_not_ended_again(duty: PlannedDuty, mine: Acting) -> None:
    assert stay_on(mine, duty.during.lower, duty.during.upper, 95)
    with pytest.raises(Refused, match="not booked on"):
        end_own_tour(by=mine, at=duty.during.upper + 100 * MINUTE)
    assert TimeEntry.objects.count() == 1


def test_an_inspector_stays_on_without_overtime(duty: PlannedDuty, mine: Acting) -> None:
    assert stay_on(replace(mine, regular_rank="inspector"), duty.during.lower, duty.during.upper, 95) is None
    assert Tour.objects.get().minutes_over == 95


def test_twelve_hours_after_the_end_nothing_is_left_to_end(duty: PlannedDuty, mine: Acting) -> None:
    begin_own_tour(by=mine, at=duty.during.lower)
    assert tour_to_end(mine.number, at=duty.during.upper + 12 * HOUR - MINUTE)
    assert tour_to_end(mine.number, at=duty.during.upper + 12 * HOUR) is None


def test_a_shift_comes_on_together_or_not_at_all(duty: PlannedDuty, littleford: Littleford) -> None:
    at, until = duty.during.lower, duty.during.upper
    team = duty.officer.post.team_id
    officers = [littleford.officer(collar).pk for collar in ("101", "102", "103")]
    book_on(by=SETTING_UP, at=at, officer=officers[1], team=team, until=until)
    bookings = [Booking(officer=one, team=team, until=until) for one in officers]
    with pytest.raises(Refused, match="another tour"):
        book_shift_on(by=SETTING_UP, at=at, bookings=bookings)
    assert Tour.objects.count() == 1
    book_shift_on(by=SETTING_UP, at=at, bookings=[bookings[0], bookings[2]])
    assert set(Tour.objects.values_list("officer", flat=True)) == set(officers)
    assert Entry.objects.filter(event="duty.booked_on").count() == 3
