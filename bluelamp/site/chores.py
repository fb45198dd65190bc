"""Housekeeping that nobody waits for. The `worker` process runs it in a thread of its own; several may run at once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event

from django.db import DatabaseError, InterfaceError, connection

from bluelamp import clock
from bluelamp.access.standing import end_left_boards
from bluelamp.victims.news_waiting import point_all

log = logging.getLogger(__name__)
LOOK_SECONDS = 5.0


@dataclass(frozen=True, kw_only=True)
class Chore:
    """Something done again and again: how often, and what."""

    name: str
    every: timedelta
    run: Callable[[datetime], object]


CHORES = (
    Chore(name="end standing looks", every=timedelta(seconds=30), run=end_left_boards),
    Chore(name="point victims to their news", every=timedelta(seconds=30), run=point_all),
)


def do_chores(stop: Event, chores: tuple[Chore, ...] = CHORES) -> None:
    """Do each chore in its turn until `stop` is set; one that fails is tried again at its next turn."""
    due: dict[str, datetime] = {}
    while not stop.is_set():
        at = clock.now()
        for chore in chores:
            if due.get(chore.name, at) <= at:
                due[chore.name] = at + chore.every
                _do(chore, at)
        stop.wait(LOOK_SECONDS)
    connection.close()


def _do(chore: Chore, at: datetime) -> None:
    try:
        chore.run(at)
    except (DatabaseError, InterfaceError):
        log.exception("The database was lost while it was time to %s. It is tried again.", chore.name)
        connection.close()
    except Exception:
        log.exception("It was not possible to %s. It is tried again.", chore.name)
