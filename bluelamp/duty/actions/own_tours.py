"""Booking oneself on and off: by the published duty, and what was stayed on after it stands in the account of time."""

from datetime import datetime, timedelta

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import local_day, spoken_day, start_of_day
from bluelamp.deadlines.law import Law
from bluelamp.duty import events
from bluelamp.duty.following_up import may_book_off
from bluelamp.duty.models import Post, TimeEntry, Tour
from bluelamp.duty.own_tour_queries import duty_to_begin, ends_of, tour_to_end
from bluelamp.duty.rules.overtime import RANKS, overtime_minutes
from bluelamp.duty.touring import begin_tour, end_tour
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def begin_own_tour(*, by: Acting, at: datetime, key: str | None = None) -> str:
    """Book on for one's own published duty, from an hour before it until it ends."""
    require(by, "duty.mine")
    duty = duty_to_begin(by.number, at=at)
    if duty is None:
        raise Refused(refused("No duty of yours is published for now. The duty desk books you on.", "Force policy"))
    return begin_tour(by.number, Post.objects.get(officer=by.number).team_id, at, duty.during.upper)


@action
def end_own_tour(*, stayed_on: bool = True, by: Acting, at: datetime, key: str | None = None) -> str:
    """Book off: before the duty's end, or after it. Who only forgot to says that they did not stay on."""
    require(by, "duty.mine")
    tour = tour_to_end(by.number, at=at, lock=True)
    if tour is None:
        raise Refused(refused("You are not booked on.", "Order of events"))
    insist(may_book_off(by.number))
    duty_ends, law = ends_of(tour), law_of("duty")
    ends = at if stayed_on else min(at, duty_ends)
    over = max(timedelta(0), ends - duty_ends)
    tour.minutes_over = int(over / timedelta(minutes=1))
    if tour.minutes_over and by.regular_rank in RANKS:
        _write_overtime(tour, over, law)
    end_tour(tour, ends)
    return tour.ref


def _write_overtime(tour: Tour, over: timedelta, law: Law) -> None:
    day = local_day(tour.during.lower)
    monday = day - timedelta(days=day.weekday())
    before = Tour.objects.filter(
        officer=tour.officer_id, minutes_over__gt=0, during__startswith__gte=start_of_day(monday)
    ).count()  # fmt: skip
    minutes = overtime_minutes(over=over, times_before=before, law=law, on=day)
    if not minutes:
        return
    row = TimeEntry.objects.create(
        officer_id=tour.officer_id, kind=TimeEntry.Kind.OVERTIME, amount=minutes, day=day, record=tour.ref,
        because=f"Stayed on {in_words(over)} after the duty", source=law.value("overtime.unit", on=day).source,
    )  # fmt: skip
    facts = {"kind": row.get_kind_display(), "amount": minutes, "day": spoken_day(day)}
    write(events.TIME_WRITTEN, record=f"officer:{tour.officer_id}", about=(tour.ref,), facts=facts)
