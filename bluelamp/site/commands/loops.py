"""The processes that run until they are told to stop: `relay`, `alarms`, `notary`, `worker`, `planner`."""

import os
import signal
from importlib import import_module
from threading import Event, Thread

from bluelamp.site.processes import end_with_parent


def alarms(arguments: list[str]) -> int:  # noqa: ARG001
    """Raise each alarm when its promise falls due."""
    from bluelamp.owed.alarms import run_alarms

    run_alarms(until_told())
    return 0


def notary(arguments: list[str]) -> int:  # noqa: ARG001
    """Sign everything new with a checkpoint, in the database and in a file outside it."""
    from django.conf import settings

    from bluelamp.ledger.notary import places, run

    home = places(settings.HOME, settings.CHECKPOINT_ADDRESS)
    run(home, until_told(), every=settings.CHECKPOINT_SECONDS, keep_days=settings.KEY_DAYS)
    return 0


def relay(arguments: list[str]) -> int:  # noqa: ARG001
    """Follow the ledger and feed the live pages."""
    return _run("bluelamp.desks.relay")


def planner(arguments: list[str]) -> int:  # noqa: ARG001
    """Search for the rosters that are asked for."""
    return _run("bluelamp.duty.searching")


def worker(arguments: list[str]) -> int:  # noqa: ARG001
    """Send what waits to leave; beside it, in a thread of its own, the housekeeping."""
    from bluelamp.messages.worker import run
    from bluelamp.site.chores import do_chores

    told = until_told()
    beside = Thread(target=do_chores, args=(told,), name="chores")
    beside.start()
    run(told)
    beside.join()
    return 0


def _run(module: str) -> int:
    import_module(module).run(until_told())
    return 0


def until_told() -> Event:
    """An event that SIGTERM or Ctrl-C sets; under the supervisor this process ends with it."""
    told = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: told.set())
    if os.environ.get("BLUELAMP_LEASHED"):
        end_with_parent()
    return told
