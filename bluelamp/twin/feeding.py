"""`bluelamp feed`: the same engine at clock speed, in a demonstration only, leaving alone what a person has touched."""

import argparse
import logging
import signal
from datetime import datetime, timedelta
from threading import Event

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from bluelamp import clock
from bluelamp.access.acting import PUBLIC
from bluelamp.calls.actions.contacts import ring
from bluelamp.calls.models import Contact
from bluelamp.calls.rules.channels import Channel
from bluelamp.deadlines.instants import local_day, start_of_day
from bluelamp.dispatch.models import UnitCrew
from bluelamp.places.queries import contact_points
from bluelamp.twin import control_room, pathway_care, rostering, shifts, world
from bluelamp.twin.assumptions import assumptions
from bluelamp.twin.cast import key_of
from bluelamp.twin.marked import is_marked
from bluelamp.twin.plan import weekday_weights
from bluelamp.twin.rates import read_rates
from bluelamp.twin.records import AtRates, Records
from bluelamp.twin.resuming import resume
from bluelamp.twin.running import Running
from bluelamp.verdict import Refused

log = logging.getLogger(__name__)
LONGEST_WAIT = 1.0
RECONNECT_SECONDS = 2.0
RINGS_EVERY = timedelta(minutes=4)
RINGS_FOR = (60, 90)
FIRST_RINGS_FOR = (600, 900)
PHONES_SHARE = 0.4
VOICE = [channel.value for channel in Channel if channel.rings]


def main(arguments: list[str]) -> int:
    """Feed until told to stop."""
    parser = argparse.ArgumentParser(prog="bluelamp feed", description=__doc__)
    parser.parse_args(arguments)
    told = Event()
    for signalled in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signalled, lambda _number, _frame: told.set())
    feed(told)
    return 0


def feed(stop: Event) -> None:
    """Go on from what the database holds until `stop` is set; a lost database is waited for, then taken up again.

    Raises ValueError outside a demonstration: invented calls are never put into a borough in service.
    """
    if not settings.DEMO or not is_marked():
        raise ValueError("The feed runs only in a demonstration: this database is not marked as one.")
    while not stop.is_set():
        try:
            run = taken_up(clock.now())
            while not stop.is_set():
                stop.wait(beat(run, clock.now()))
        except (DatabaseError, InterfaceError):
            log.exception("The feed lost the database. It goes on when it is back.")
            connection.close()
            stop.wait(RECONNECT_SECONDS)
    connection.close()


def taken_up(at: datetime) -> Running:
    """A live run that begins with what is open in the database."""
    assumed = assumptions()
    run = world.begin(at, assumed=assumed, seed=f"feed:{local_day(at)}", live=True)
    if not UnitCrew.objects.filter(during__contains=at).exists():
        run.at(at, shifts.begin_current)
    resume(run)
    run.at(at, _day, AtRates(read_rates(), weights=weekday_weights(assumed), seed=run.seed))
    run.at(at, keep_ringing, True)
    run.at(at, pathway_care.read)
    return run


def beat(run: Running, at: datetime) -> float:
    """Do what is due by `at`, each thing at the present instant; seconds until something is due again."""
    while (due := run.next_at()) and due <= at:
        try:
            run.step(max(at, run.now))
        except (DatabaseError, InterfaceError):
            raise
        except Exception:
            log.exception("One step of the feed failed and is left out. The others go on.")
        at = max(at, clock.now())
    return min(max((due - at).total_seconds(), 0.05), LONGEST_WAIT) if due else LONGEST_WAIT


def _day(run: Running, records: Records) -> None:
    """Plan what is left of the local day; again at its end. Where the last roster has run out, a new one is made."""
    try:
        rostering.cover(local_day(run.now), assumed=run.assumed)
    except Refused as refused:
        log.warning("No roster is published for today: %s", refused.verdict.words)
    midnight = start_of_day(local_day(run.now) + timedelta(days=1))
    world.fill(run, run.now, midnight, records)
    world.county(run, run.now, midnight)
    run.at(midnight, _day, records)


def keep_ringing(run: Running, first: bool = False) -> None:
    """Let one call ring for whoever watches: nobody of the feed answers it. The first is the yellow phone's."""
    luck = run.luck("rings", run.now)
    if not Contact.objects.filter(answered_at=None, abandoned_at=None, channel__in=VOICE).exists():
        phone = contact_points().first() if first or luck.random() < PHONES_SHARE else None
        channel = "HELP_POINT" if phone else luck.choice(("999", "101"))
        made = run.do(ring, by=PUBLIC, channel=channel, point=phone.pk if phone else None)
        if made:
            patience = luck.uniform(*(FIRST_RINGS_FOR if first else RINGS_FOR))
            run.later(timedelta(seconds=patience), control_room.ring_out, key_of(made))
    run.later(RINGS_EVERY * luck.uniform(0.3, 1.0), keep_ringing)
