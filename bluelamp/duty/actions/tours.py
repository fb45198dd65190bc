"""Booking on and off duty, and being on call."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.duty import events
from bluelamp.duty.models import Tour
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.places.models import Team
from bluelamp.verdict import Refused, refused


@action
def book_on(*, by: Acting, at: datetime, officer: int, team: int, until: datetime, key: str | None = None) -> str:
    """Book an officer on duty with a team until a time; refused while another tour of the officer runs."""
    require(by, "duty.crew")
    tour = _begin(officer, team, Tour.Kind.DUTY, at, until)
    _say(tour, events.BOOKED_ON, until)
    return tour.ref


@action
def put_on_call(
    *, by: Acting, at: datetime, officer: int, team: int, since: datetime, until: datetime, key: str | None = None
) -> str:
    """Put an officer on call for a team from `since` until a time."""
    require(by, "duty.crew")
    tour = _begin(officer, team, Tour.Kind.ON_CALL, since, until)
    _say(tour, events.ON_CALL, until)
    return tour.ref


@action
def book_off(*, by: Acting, at: datetime, officer: int, key: str | None = None) -> str:
    """End the tour that runs now."""
    require(by, "duty.crew")
    tour = Tour.objects.select_for_update().filter(officer_id=officer, during__contains=at).first()
    if tour is None:
        raise Refused(refused("This officer is not on duty now.", "Order of events"))
    tour.during = DateTimeTZRange(tour.during.lower, at)
    tour.save(update_fields=["during"])
    _say(tour, events.BOOKED_OFF, at)
    return tour.ref


def _begin(officer: int, team: int, kind: str, since: datetime, until: datetime) -> Tour:
    if until <= since:
        raise Refused(refused("A tour must end after it begins.", "Order of events", field="until"))
    try:
        with transaction.atomic():
            during = DateTimeTZRange(since, until)
            return Tour.objects.create(officer_id=officer, team_id=team, kind=kind, during=during)
    except IntegrityError as error:
        if "one_tour_at_a_time" not in str(error):
            raise
        raise Refused(refused("This officer has another tour in that time.", "Duty, one place at a time")) from error


def _say(tour: Tour, event: Event, until: datetime) -> None:
    team = Team.objects.get(pk=tour.team_id)
    write(
        event,
        record=tour.ref,
        about=(f"officer:{tour.officer_id}",),
        facts={"team": team.name, "team_key": team.key, "until": until.isoformat()},
    )
