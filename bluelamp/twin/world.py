"""A run from its beginning: everything planned for each day, and the alarm loop on the run's own clock."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bluelamp import clock
from bluelamp.deadlines.instants import local_day
from bluelamp.owed.alarms import raise_due
from bluelamp.twin import call_outs, control_room, detainees, pathway_care, shifts, suite_care
from bluelamp.twin.assumptions import Assumptions
from bluelamp.twin.cast import gather
from bluelamp.twin.plan import calls_between
from bluelamp.twin.records import Records
from bluelamp.twin.running import Running

COUNTY_BEFORE = timedelta(hours=24)
"""How long before a run its suites begin to fill: the longest stay, so that they hold whom they would."""
ALARMS_EVERY = timedelta(minutes=5)


def begin(since: datetime, *, assumed: Assumptions, seed: str, units_share: float = 1.0, live: bool = False) -> Running:
    """The people entered and the street crewed at `since`; nothing is planned yet."""
    with clock.set_to(since):
        cast = gather(at=since)
    return Running(assumed=assumed, cast=cast, seed=seed, now=since, units_share=units_share, live=live)


def fill(run: Running, since: datetime, until: datetime, records: Records) -> None:
    """Plan all that begins from `since` up to before `until`: shifts, calls, the county's detainees, the alarms.

    The suites begin to fill some hours before, so that they hold what they usually do.
    """
    for call in calls_between(since, until, days(since, until), assumed=run.assumed, records=records, seed=run.seed):
        run.at(call.at, control_room.begin, call)
    for day in days(since, until):
        shifts.plan_day(run, day)
        call_outs.plan_day(run, day)
    if not run.live:
        run.at(since, shifts.begin_current)


def county(run: Running, since: datetime, until: datetime) -> None:
    """Plan the arrivals of the rest of the county until then, and of those who are in the cells at `since` already."""
    for day in days(run.now, until):
        detainees.county_day(run, day, held_at=since)


def alarms(run: Running, until: datetime) -> None:
    """Raise what is due, and again in some minutes, until the run ends."""
    while raise_due(at=run.now):
        pass
    if run.now + ALARMS_EVERY < until:
        run.later(ALARMS_EVERY, alarms, until)


def play(
    since: datetime,
    until: datetime,
    *,
    assumed: Assumptions,
    records: Records,
    seed: str,
    units_share: float = 1.0,
    cares_for_all_from: datetime | None = None,
) -> Running:
    """A whole run: begin, plan, and let everything happen up to before `until`."""
    run = begin(since - COUNTY_BEFORE, assumed=assumed, seed=seed, units_share=units_share)
    run.cares_for_all_from = cares_for_all_from
    if cares_for_all_from:
        run.at(cares_for_all_from, suite_care.everyone)
    county(run, since, until)
    run.at(since, alarms, until)
    run.at(since, pathway_care.read)
    fill(run, since, until, records)
    run.run(until)
    return run


def days(since: datetime, until: datetime) -> Iterator[date]:
    """The local days that begin or go on from `since` up to before `until`."""
    day = local_day(since)
    while day <= local_day(until - timedelta(seconds=1)):
        yield day
        day += timedelta(days=1)
