"""Sends what waits to leave, and asks what became of what left. `bluelamp worker` runs it; several may run at once.

A message is claimed before it is sent, and whether it is still safe is asked again then: by what the person says now,
not by what they said when it was written. A worker that dies in between leaves the claim, and the next one asks the
provider whether it took the message before sending it again.
"""

import logging
from datetime import datetime, timedelta
from threading import Event

from django.db import DatabaseError, InterfaceError, connection, transaction

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.messages.actions.results import take_result
from bluelamp.messages.actions.sending import SENDS, settle
from bluelamp.messages.models import Message, State
from bluelamp.messages.providers import NotTaken, Provider, provider
from bluelamp.messages.push_service import push_service
from bluelamp.messages.push_worker import push_next
from bluelamp.messages.queries import may_leave_now, safe_contact_of
from bluelamp.messages.rules.bodies import is_body
from bluelamp.messages.rules.quiet_hours import leaves_at
from bluelamp.messages.rules.results import Result, effect
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.people.actions.doubts import DOUBTS
from bluelamp.places.law_in_force import law_of

log = logging.getLogger(__name__)

POLL_SECONDS = 1.0
CLAIM_MINUTES = 2
ATTEMPTS = 8
ASK_AGAIN, ASK_FOR = timedelta(hours=1), timedelta(days=7)
WORKER = system("messages", SENDS, DOUBTS)


def run(stop: Event) -> None:
    """Send until `stop` is set; outlives a lost database."""
    carrier, service = provider(), push_service()
    while not stop.is_set():
        try:
            at = clock.now()
            busy = (
                push_next(service, at=at)
                or send_next(carrier, at=at)
                or (carrier is not None and ask_next(carrier, at=at))
            )
            wait = 0.0 if busy else POLL_SECONDS
        except (DatabaseError, InterfaceError):
            log.exception("Messages lost the database. They go on when it is back.")
            connection.close()
            wait = POLL_SECONDS
        except Exception:  # one bad message waits out its claim; the others go on
            log.exception("A message could not be handled.")
            wait = 0.0
        stop.wait(wait)
    connection.close()


def send_next(carrier: Provider | None, *, at: datetime) -> bool:
    """Claim the next message and send it, or say why not; False when none waits."""
    claimed = _claim(at)
    if claimed is None:
        return False
    message, again = claimed
    safe = may_leave_now(message, at=at)
    if not safe.allowed:
        settle(message=message.pk, state=State.REFUSED, trouble=safe.words, by=WORKER, at=at)
    elif _is_quiet(message, at):
        pass
    elif carrier is None:
        settle(message=message.pk, state=State.KEPT, by=WORKER, at=at)
    else:
        _hand_over(carrier, message, again, at)
    return True


def ask_next(carrier: Provider, *, at: datetime) -> bool:
    """Ask what became of the next message that left; False when none is to be asked about.

    Where the provider tells by itself, there is soon nothing left to ask. After a week nobody asks any more.
    """
    with transaction.atomic():
        due = Message.objects.filter(ask_result_at__lte=at)
        found = due.select_for_update(skip_locked=True).order_by("ask_result_at").first()
        if found is None:
            return False
        found.ask_result_at = at + ASK_AGAIN if found.sent_at and at - found.sent_at < ASK_FOR else None
        found.save(update_fields=["ask_result_at"])
    try:
        result = carrier.result(found)
    except NotTaken as error:
        log.info("What became of a message is not known: %s", error)
        return True
    if result and effect(before=found.result, result=Result(result)).changes:
        take_result(message=found.pk, result=result, by=WORKER, at=at)
    return True


def _is_quiet(message: Message, at: datetime) -> bool:
    """In quiet hours a message goes back to wait for their end; whether it is safe then is asked then."""
    if is_body(message.to):
        return False
    safe, _ = safe_contact_of(message.to)
    leaves = leaves_at(law_of("messages"), channel=Channel(message.channel), safe=safe, at=at)
    if leaves <= at:
        return False
    waits = {"state": State.QUEUED, "try_at": leaves, "attempts": max(message.attempts - 1, 0)}
    Message.objects.filter(pk=message.pk).update(**waits)
    return True


def _claim(at: datetime) -> tuple[Message, bool] | None:
    """The next message, and whether it was claimed before: then the provider may have it already."""
    with transaction.atomic():
        waiting = Message.objects.filter(state__in=[State.QUEUED, State.SENDING], try_at__lte=at)
        message = waiting.select_for_update(skip_locked=True).order_by("try_at").first()
        if message is None:
            return None
        again = message.state == State.SENDING or message.again > 0
        message.state, message.attempts, message.trouble = State.SENDING, message.attempts + 1, ""
        message.try_at = at + timedelta(minutes=CLAIM_MINUTES)
        message.save(update_fields=["state", "attempts", "try_at", "trouble"])
    return message, again


def _hand_over(carrier: Provider, message: Message, again: bool, at: datetime) -> None:
    try:
        reference = (carrier.taken(message) if again else "") or carrier.send(message)
    except NotTaken as error:
        if error.for_good or message.attempts >= ATTEMPTS:
            settle(message=message.pk, state=State.FAILED, trouble=str(error), by=WORKER, at=at)
        else:
            _try_later(message, str(error), at)
        return
    settle(message=message.pk, state=State.SENT, provider_reference=reference, by=WORKER, at=at)


def _try_later(message: Message, trouble: str, at: datetime) -> None:
    """Stays claimed, so that the provider is asked first whether it took the message after all."""
    wait = timedelta(seconds=min(10 * 2**message.attempts, 1800))
    Message.objects.filter(pk=message.pk).update(trouble=trouble, try_at=at + wait)
