"""Sends what waits to leave. `bluelamp worker` runs it; several may run at once.

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
from bluelamp.messages.actions.sending import SENDS, settle
from bluelamp.messages.models import Message, State
from bluelamp.messages.providers import NotTaken, Provider, provider
from bluelamp.messages.queries import may_leave_now

log = logging.getLogger(__name__)

POLL_SECONDS = 1.0
CLAIM_MINUTES = 2
ATTEMPTS = 8
WORKER = system("messages", SENDS)


def run(stop: Event) -> None:
    """Send until `stop` is set; outlives a lost database."""
    carrier = provider()
    while not stop.is_set():
        try:
            wait = 0.0 if send_next(carrier, at=clock.now()) else POLL_SECONDS
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
    elif carrier is None:
        settle(message=message.pk, state=State.KEPT, by=WORKER, at=at)
    else:
        _hand_over(carrier, message, again, at)
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
