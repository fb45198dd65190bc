"""The roster by which the borough is played: drawn away days and offers, a draft, its units, published and checked."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from bluelamp import clock
from bluelamp.access.acting import Acting, system
from bluelamp.deadlines.instants import start_of_day
from bluelamp.duty.actions.away import enter_away, offer_hours
from bluelamp.duty.actions.establishing import load_establishment
from bluelamp.duty.actions.planning import draft, save_unit
from bluelamp.duty.actions.publishing import publish
from bluelamp.duty.cover_in_force import cover_in_force, has_cover
from bluelamp.duty.members import members
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.published import published_on
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.solving.making import tasks
from bluelamp.places.law_in_force import law_of
from bluelamp.twin import away
from bluelamp.twin.assumptions import Assumptions
from bluelamp.twin.cast import SETTING_UP, gather, key_of
from bluelamp.twin.made_rosters import made

WEEKS, STEP = 16, 8
"""The weeks that a roster covers, and those from the begin of one that may be played to the begin of the next: whatever
is played within a step has the same roster, which is kept. At least eight weeks ahead are always published."""
FIRST = date(2024, 1, 1)
DRAWN = "roster"
"""What days away and offers are drawn by: they are the borough's, the same whatever seed a rehearsal plays by."""
SEARCHES = system("twin", "duty.search")
LATE = "The borough is played from this week on."


def begin_of(day: date) -> date:
    """The Monday of a step from which a roster covers a day whole: the night that ends on it begins the day before."""
    steps = (day - DAY - FIRST).days // (7 * STEP)
    return FIRST + timedelta(weeks=STEP * steps)


def establish(*, at: datetime) -> None:
    """Load the officers of the borough into a rehearsal's own database.

    Raises ValueError in words for a borough that does not say what cover it needs: it has no roster.
    """
    if not has_cover(settings.BOROUGH):
        raise ValueError("This borough has no cover.toml and officers.csv: nobody is on duty in it.")
    load_establishment(by=SETTING_UP, at=at, folder=settings.BOROUGH, is_demonstration=True)


def cover(day: date, *, assumed: Assumptions) -> None:
    """Publish a roster that covers a day, where none does.

    It begins where one ends, else early enough to cover the night before. Raises Refused like anybody's.
    """
    if published_on(day) or not has_cover(settings.BOROUGH):
        return
    begins = day if published_on(day - DAY) else begin_of(day)
    at = start_of_day(begins)
    with clock.set_to(at):
        publish_roster(begins, begins + timedelta(weeks=WEEKS), assumed=assumed, at=at)


def publish_roster(begins: date, ends: date, *, assumed: Assumptions, at: datetime) -> None:
    """Enter who is away and who offers hours, make every unit's roster, and publish it as anyone would."""
    planner, wanted = gather(at=at).planner, cover_in_force()
    roster = _begun(begins, ends, planner.name) or _begin(begins, ends, planner=planner, assumed=assumed, at=at)
    people = members(begins=begins, ends=ends, cover=wanted)
    for unit, one in made(tasks(people, wanted, begins=begins, ends=ends, law=law_of("duty"), seconds=0)).items():
        save_unit(roster=roster, unit=unit, **vars(one), by=SEARCHES, at=at)
    version = Roster.objects.get(pk=roster).version
    publish(roster=roster, version=version, why=LATE, by=planner, at=at)


def _on_the_eve(begins: date) -> set[int]:
    """Who has a duty on the last day of the roster before, published before the days away after it were known."""
    duties = PlannedDuty.objects.filter(roster__state=Roster.State.PUBLISHED, day=begins - DAY)
    return set(duties.values_list("officer_id", flat=True))


def _begun(begins: date, ends: date, planner: str) -> int | None:
    """The draft that a set-up which was cut off left behind, touched by nobody else; it is gone on with."""
    ours = Roster.objects.filter(state=Roster.State.DRAFT, changed_by__in=(planner, SEARCHES.name))
    found = ours.filter(begins=begins, ends=ends).first()
    return found.pk if found else None


def _begin(begins: date, ends: date, *, planner: Acting, assumed: Assumptions, at: datetime) -> int:
    """The days away, the offers and the draft, all or none: where the draft stands, the rest was entered."""
    with transaction.atomic():
        drawn = away.away(begins, ends, assumed=assumed, seed=DRAWN)
        if days_away := away.after_the_eve(drawn, begins, busy=_on_the_eve(begins)):
            enter_away(away=days_away, by=planner, at=at)
        if offers := away.offers(begins, ends, cover=cover_in_force(), assumed=assumed, seed=DRAWN):
            offer_hours(offers=offers, by=planner, at=at)
        return key_of(draft(begins=begins, ends=ends, by=planner, at=at))
