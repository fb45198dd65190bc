"""A few hours of a borough."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from bluelamp.twin import rehearsing, shifts, world
from bluelamp.twin.assumptions import assumptions
from bluelamp.twin.plan import weekday_weights
from bluelamp.twin.rates import read_rates
from bluelamp.twin.records import AtRates
from bluelamp.twin.running import Running

SINCE = datetime(2026, 11, 13, 17, tzinfo=UTC)


@pytest.fixture
def hours_of(monkeypatch: pytest.MonkeyPatch, db: None) -> Callable[..., Running]:
    """Play so many hours from a Friday at five, in this test's own transaction."""

    def play(hours: float, *, seed: str = "test", units_share: float = 1.0, **assumed: Any) -> Running:
        monkeypatch.setattr(world, "COUNTY_BEFORE", timedelta(hours=1))
        _number_officers_alike()
        rehearsing.set_up(SINCE.date(), assumed=assumptions())
        records = AtRates(read_rates(), weights=weekday_weights(assumptions()), seed=seed)
        return world.play(
            SINCE,
            SINCE + timedelta(hours=hours),
            assumed=assumptions(),
            records=records,
            seed=seed,
            units_share=units_share,
        )

    return play


@pytest.fixture
def shifts_of(db: None) -> Callable[[float], Running]:
    """Only the shifts of so many hours: nobody calls and nothing happens."""

    def play(hours: float) -> Running:
        _number_officers_alike()
        rehearsing.set_up(SINCE.date(), assumed=assumptions())
        until = SINCE + timedelta(hours=hours)
        run = world.begin(SINCE, assumed=assumptions(), seed="test")
        for day in world.days(SINCE, until):
            shifts.plan_day(run, day)
        run.at(SINCE, shifts.begin_current)
        run.run(until)
        return run

    return play


def _number_officers_alike() -> None:
    """A database of its own gives officers the same numbers each time, and by these specials take turns in the units.

    One that many tests share would go on counting.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('access_officer', 'id'), 100000)")
