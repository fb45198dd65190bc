"""Seven days of history for a demonstration, so that no page is empty: the same engine, ending now."""

from datetime import timedelta

from django.db import connection

from bluelamp import clock
from bluelamp.deadlines.instants import local_day
from bluelamp.twin import rostering, world
from bluelamp.twin.actions.marking import mark
from bluelamp.twin.assumptions import assumptions
from bluelamp.twin.cast import SETTING_UP
from bluelamp.twin.plan import weekday_weights
from bluelamp.twin.rates import read_rates
from bluelamp.twin.records import AtRates
from bluelamp.twin.uncollected import uncollected

DAYS = 7
SEED = "history"
CARED_FOR = timedelta(hours=4)
"""How long before now the suites' care is played for everyone held, so that nobody on the whiteboard is without."""


def play(*, days: float = DAYS) -> None:
    """Play the days up to this moment and leave everything as it then is: units out, cells held, calls open.

    Raises Refused in a database in service.
    """
    until = clock.now()
    since = until - timedelta(days=days)
    _do_not_wait_for_the_disk()
    mark(by=SETTING_UP, at=since - world.COUNTY_BEFORE, kind="demonstration")
    assumed = assumptions()
    rostering.cover(local_day(since), assumed=assumed)
    records = AtRates(read_rates(), weights=weekday_weights(assumed), seed=SEED)
    with uncollected():
        world.play(since, until, assumed=assumed, records=records, seed=SEED,
                   cares_for_all_from=until - CARED_FOR)  # fmt: skip


def _do_not_wait_for_the_disk() -> None:
    """In this connection only: history that a power cut takes is played again."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
