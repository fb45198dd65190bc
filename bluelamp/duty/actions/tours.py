"""Booking on and off duty, and being on call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.duty import events
from bluelamp.duty.following_up import may_book_off
from bluelamp.duty.models import Tour
from bluelamp.duty.touring import begin_tour, end_tour, make_tour, one_tour_at_a_time, say
from bluelamp.ledger.actions.writing import action
from bluelamp.places.models import Team
from bluelamp.verdict import Refused, insist, refused


@action
def book_on(*, by: Acting, at: datetime, officer: int, team: int, until: datetime, key: str | None = None) -> str:
    """Book an officer on duty with a team until a time; refused while another tour of the officer runs."""
    require(by, "duty.crew")
    return begin_tour(officer, team, at, until)


@dataclass(frozen=True, kw_only=True)
class Booking:
    """One of those who come on together: for which team, until when."""

    officer: int
    team: int
    until: datetime


@action
def book_shift_on(*, by: Acting, at: datetime, bookings: Sequence[Booking], key: str | None = None) -> list[str]:
    """Book on all who come on together, or nobody: refused where one of them is on another tour."""
    require(by, "duty.crew")
    teams = Team.objects.in_bulk({one.team for one in bookings})
    tours = [
        Tour(officer_id=one.officer, team=teams[one.team], kind=Tour.Kind.DUTY, during=DateTimeTZRange(at, one.until))
        for one in bookings
    ]
    with one_tour_at_a_time():
        Tour.objects.bulk_create(tours)
    for tour in tours:
        say(tour, events.BOOKED_ON, tour.during.upper)
    return [tour.ref for tour in tours]


@action
def put_on_call(
    *, by: Acting, at: datetime, officer: int, team: int, since: datetime, until: datetime, key: str | None = None
) -> str:
    """Put an officer on call for a team from `since` until a time."""
    require(by, "duty.crew")
    tour = make_tour(officer, team, Tour.Kind.ON_CALL, since, until)
    say(tour, events.ON_CALL, until)
    return tour.ref


@action
def book_off(*, by: Acting, at: datetime, officer: int, key: str | None = None) -> str:
    """End the tour that runs now."""
    require(by, "duty.crew")
    tour = Tour.objects.select_for_update().filter(officer_id=officer, during__contains=at).first()
    if tour is None:
        raise Refused(refused("This officer is not on duty now.", "Order of events"))
    insist(may_book_off(officer))
    end_tour(tour, at)
    return tour.ref
