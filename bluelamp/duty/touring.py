"""Beginning and ending a tour, inside an action: the row, that nobody is on two at once, and the entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.duty import events
from bluelamp.duty.models import Tour
from bluelamp.ledger.actions.writing import write
from bluelamp.ledger.registry import Event
from bluelamp.verdict import Refused, refused


def begin_tour(officer: int, team: int, at: datetime, until: datetime) -> str:
    """The tour of an officer who comes on now."""
    tour = make_tour(officer, team, Tour.Kind.DUTY, at, until)
    say(tour, events.BOOKED_ON, until)
    return tour.ref


def make_tour(officer: int, team: int, kind: str, since: datetime, until: datetime) -> Tour:
    """The row of a tour. Raises Refused where it ends before it begins or another runs in that time."""
    if until <= since:
        raise Refused(refused("A tour must end after it begins.", "Order of events", field="until"))
    with one_tour_at_a_time():
        return Tour.objects.create(officer_id=officer, team_id=team, kind=kind, during=DateTimeTZRange(since, until))


def end_tour(tour: Tour, at: datetime) -> None:
    """The tour ends now, whatever was planned."""
    tour.during, tour.booked_off_at = DateTimeTZRange(tour.during.lower, at), at
    with one_tour_at_a_time():
        tour.save(update_fields=["during", "booked_off_at", "minutes_over"])
    say(tour, events.BOOKED_OFF, at)


def stay_on(officer: int, until: datetime, at: datetime) -> None:
    """Who agreed to stay on is on duty until then: the tour that runs is as long."""
    tour = Tour.objects.select_for_update(of=("self",)).select_related("team").filter(
        officer=officer, kind=Tour.Kind.DUTY, booked_off_at=None, during__contains=at, during__endswith__lt=until
    ).first()  # fmt: skip
    if tour is None:
        return
    tour.during = DateTimeTZRange(tour.during.lower, until)
    with one_tour_at_a_time():
        tour.save(update_fields=["during"])
    say(tour, events.STAYS_ON, until)


@contextmanager
def one_tour_at_a_time() -> Iterator[None]:
    """What the database holds against, in words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "one_tour_at_a_time" not in str(error):
            raise
        raise Refused(refused("This officer has another tour in that time.", "Duty, one place at a time")) from error


def say(tour: Tour, event: Event, until: datetime) -> None:
    """One entry about a tour."""
    team = tour.team
    write(
        event,
        record=tour.ref,
        about=(f"officer:{tour.officer_id}",),
        facts={"team": team.name, "team_key": team.key, "until": until.isoformat()},
    )
