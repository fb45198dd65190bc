"""A rehearsal: a month of recorded crime played through the real actions, and what came of it in figures."""

import argparse
import time
from calendar import monthrange
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection

from bluelamp import clock
from bluelamp.deadlines.instants import local_day, start_of_day
from bluelamp.insight.duty_figures import DutyFigures, duty_figures
from bluelamp.insight.figures import Figures, figures
from bluelamp.insight.unsafe_messages import unsafe_messages
from bluelamp.ledger.verifying import Report, verify
from bluelamp.partners.demonstration import sign_with_all
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.geography import geography
from bluelamp.twin import rostering, world
from bluelamp.twin.actions.marking import mark
from bluelamp.twin.assumptions import Assumptions, assumptions
from bluelamp.twin.cast import SETTING_UP, gather
from bluelamp.twin.crime_file import Crimes, read_crimes, read_outcomes
from bluelamp.twin.plan import weekday_weights
from bluelamp.twin.printing import Result, as_json, as_table
from bluelamp.twin.rates import read_rates
from bluelamp.twin.records import AtRates, OfAMonth, Records, first_day, with_outcomes
from bluelamp.twin.uncollected import uncollected

Database = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A rehearsal as it will run."""

    begins: date
    days: int
    records: Records
    skipped: int
    seed: str
    units_share: float

    @property
    def since(self) -> datetime:
        return start_of_day(self.begins)

    @property
    def until(self) -> datetime:
        return start_of_day(self.begins + timedelta(days=self.days))


def rehearse(given: argparse.Namespace, database: Database) -> str:
    """Read everything, and only then have the database made, run in it and say what came of it.

    Raises ValueError in words for a file that cannot be used, and Refused in a database that is in service.
    """
    began = time.monotonic()
    asked = _asked(given, clock.now())
    with uncollected(), database():
        refusals = play(asked)
        found, duty, report = measured(asked.since, asked.until)
        unsafe = unsafe_messages(asked.since, asked.until)
        connection.close()
    result = Result(
        found=found,
        duty=duty,
        report=report,
        unsafe=unsafe,
        days=asked.days,
        skipped=asked.skipped,
        seconds=time.monotonic() - began,
        refusals=refusals,
    )
    return as_json(result) if given.json else as_table(result)


def _asked(given: argparse.Namespace, now: datetime) -> Asked:
    crimes = _read(given)
    month = given.month or f"{now - timedelta(days=40):%Y-%m}"
    days = min(given.days or 31, monthrange(int(month[:4]), int(month[5:]))[1])
    begins = first_day(month, days, today=local_day(now))
    records, skipped = _records(given, crimes, month, begins)
    return Asked(
        begins=begins, days=days, records=records, skipped=skipped, seed=given.seed, units_share=given.units_share
    )


def _read(given: argparse.Namespace) -> Crimes | None:
    if not given.crimes:
        return None
    crimes = read_crimes(given.crimes, areas=geography().areas)
    return with_outcomes(crimes, read_outcomes(given.outcomes)) if given.outcomes else crimes


def _records(given: argparse.Namespace, crimes: Crimes | None, month: str, begins: date) -> tuple[Records, int]:
    weights = weekday_weights(assumptions())
    if crimes is None:
        return AtRates(read_rates(), weights=weights, seed=given.seed), 0
    found = [record for record in crimes.records if record.month == month]
    if not found:
        raise ValueError(f"{given.crimes.name} holds no record of this borough in {month}.")
    return OfAMonth(found, month=month, begins=begins, weights=weights, seed=given.seed), crimes.skipped


def play(asked: Asked) -> dict[str, int]:
    """Set this database up and let the period happen; what the rules refused, counted by words."""
    assumed = assumptions()
    set_up(asked.begins, assumed=assumed)
    played = world.play(
        asked.since,
        asked.until,
        assumed=assumed,
        records=asked.records,
        seed=asked.seed,
        units_share=asked.units_share,
    )
    return dict(played.refusals)


def set_up(begins: date, *, assumed: Assumptions) -> None:
    """Mark this database, load the borough, its officers and agreements, and publish its first roster."""
    at = start_of_day(rostering.begin_of(begins))
    with clock.set_to(at):
        mark(by=SETTING_UP, at=at, kind="rehearsal")
        load_borough(by=SETTING_UP, at=at, folder=settings.BOROUGH)
        rostering.establish(at=at)
        sign_with_all(by=gather(at=at).by_team["superintendents"][0], at=at)
    rostering.cover(begins, assumed=assumed)


def measured(since: datetime, until: datetime) -> tuple[Figures, DutyFigures, Report]:
    """The figures from the ledger's entries and the checker, and whether the ledger verifies."""
    with clock.set_to(until):
        found, duty = figures(since, until), duty_figures(since, until)
    return found, duty, verify(connection)
