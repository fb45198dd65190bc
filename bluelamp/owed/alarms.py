"""The one alarm loop: finds what is due, asks the rule again, claims it and raises the alarm.

`bluelamp alarms` runs it as a process. Several may run at once: a promise's alarm is raised by one of them.
"""

import logging
from datetime import datetime
from threading import Event
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.models import DateTimeField

from bluelamp import clock
from bluelamp.access.acting import SYSTEM
from bluelamp.compiled import Compiled, Given
from bluelamp.owed.actions.alarms import AlreadyDone, Claim, forget, move, push_forward, raise_alarms
from bluelamp.owed.models import Promise, State
from bluelamp.owed.registry import kinds
from bluelamp.owed.rules.alarm_times import try_again

log = logging.getLogger(__name__)

POLL_SECONDS = 0.5
RECONNECT_SECONDS = 1.0
BATCH = 200
_FIELDS = ("pk", "version", "kind", "record", "slot", "due_at", "facts", "about")
_WAITING: Compiled[Any] = Compiled(
    lambda: (
        Promise.objects.filter(state=State.OPEN, alarm_at__lte=Given("at", DateTimeField()))
        .order_by("alarm_at")
        .values_list(*_FIELDS, "failures")[:BATCH]
    )
)


def run_alarms(stop: Event) -> None:
    """Raise alarms until `stop` is set; outlives a lost database."""
    lost = False
    while not stop.is_set():
        try:
            wait = 0.0 if raise_due(at=clock.now()) else POLL_SECONDS
            lost = False
        except (DatabaseError, InterfaceError):
            if not lost:
                log.exception("Alarms lost the database. They go on when it is back.")
            lost, wait = True, RECONNECT_SECONDS
            connection.close()
        stop.wait(wait)
    connection.close()


def raise_due(*, at: datetime) -> int:
    """Handle the earliest alarms due at `at`, up to one batch; how many were handled, so 0 when there is no more."""
    found = _WAITING.ask(at=at)
    failures = {row[0]: row[-1] for row in found}
    claims = [_claim(row[:-1]) for row in found]
    plain = []
    handled = 0
    for claim in claims:
        try:
            if not _as_the_rule_says(claim, at):
                handled += 1
            elif kinds[claim.kind].alarm is None:
                plain.append(claim)
            else:
                handled += raise_alarms(claims=[claim], by=SYSTEM, at=at)
        except AlreadyDone:
            continue
        except Exception as error:
            handled += _poisoned(claim, failures[claim.pk] + 1, error, at)
    return handled + _raise_together(plain, failures, at)


def _claim(row: tuple[object, ...]) -> Claim:
    known = dict(zip(_FIELDS, row, strict=True))
    return Claim(**{**known, "about": tuple(known["about"])})  # type: ignore[arg-type]


def _as_the_rule_says(claim: Claim, at: datetime) -> bool:
    """Ask the rule again: True if the alarm stands; else the promise was moved or withdrawn."""
    ask = kinds[claim.kind].ask
    if ask is None:
        return True
    deadline = ask(claim.record, claim.slot)
    if deadline is None:
        forget(claim=claim, by=SYSTEM, at=at)
        return False
    if deadline.due != claim.due_at:
        move(claim=claim, due=deadline.due, basis=deadline.basis, because=deadline.because, by=SYSTEM, at=at)
        return False
    return True


def _raise_together(plain: list[Claim], failures: dict[int, int], at: datetime) -> int:
    if not plain:
        return 0
    try:
        return raise_alarms(claims=plain, by=SYSTEM, at=at)
    except AlreadyDone:
        return 0
    except Exception as error:
        if len(plain) == 1:
            return _poisoned(plain[0], failures[plain[0].pk] + 1, error, at)
        if not connection.is_usable():
            raise
        return sum(_raise_together([claim], failures, at) for claim in plain)


def _poisoned(claim: Claim, failures: int, error: Exception, at: datetime) -> int:
    """Push the row forward and report it. A lost database is nobody's poison: it is raised again."""
    if isinstance(error, OperationalError | InterfaceError) and not connection.is_usable():
        raise error
    log.error(
        "Alarm of %s %s %s failed (%d): %s", claim.kind, claim.record, claim.slot, failures, error, exc_info=error
    )
    until = try_again(failures=failures, at=at)
    try:
        push_forward(claim=claim, failures=failures, trouble=type(error).__name__, until=until, by=SYSTEM, at=at)
    except AlreadyDone:
        return 0
    return 1
