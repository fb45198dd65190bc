"""Sends the alerts that wait, one after the other; the worker of messages calls it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from bluelamp.access.acting import system
from bluelamp.messages.actions.alerts import settle_push
from bluelamp.messages.actions.sending import SENDS
from bluelamp.messages.models import Push
from bluelamp.messages.providers import NotTaken
from bluelamp.messages.push_service import Gone, Pusher
from bluelamp.messages.rules.pushing import Occasion, payload

CLAIM = timedelta(minutes=2)
ATTEMPTS = 5
TOO_OLD = timedelta(hours=4)
WORKER = system("messages", SENDS)


def push_next(service: Pusher | None, *, at: datetime) -> bool:
    """Claim the next alert and send it, or say why not; False when none waits. One that is old news is not sent."""
    push = _claim(at)
    if push is None:
        return False
    if service is None:
        _settle(push, Push.State.KEPT, at)
    elif push.device.ended_at or not push.device.officer.is_active:
        _settle(push, Push.State.FAILED, at, "The device gets no alerts any more")
    elif at - push.asked_at > TOO_OLD:
        _settle(push, Push.State.FAILED, at, "It is too old to be news")
    else:
        _hand_over(service, push, at)
    return True


def _claim(at: datetime) -> Push | None:
    with transaction.atomic():
        waiting = Push.objects.filter(state=Push.State.QUEUED, try_at__lte=at).order_by("try_at")
        push = waiting.select_for_update(skip_locked=True, of=("self",)).select_related("device__officer").first()
        if push is not None:
            push.attempts, push.try_at = push.attempts + 1, at + CLAIM
            push.save(update_fields=["attempts", "try_at"])
    return push


def _hand_over(service: Pusher, push: Push, at: datetime) -> None:
    opens = reverse("messages:pushed", args=[push.reference])
    try:
        service.push(push.device, payload(Occasion(push.occasion), reference=push.short, opens=opens))
    except NotTaken as error:
        if error.for_good or push.attempts >= ATTEMPTS:
            _settle(push, Push.State.FAILED, at, str(error), gone=isinstance(error, Gone))
        else:
            later = at + timedelta(seconds=10 * 2**push.attempts)
            Push.objects.filter(pk=push.pk).update(trouble=str(error), try_at=later)
        return
    _settle(push, Push.State.SENT, at)


def _settle(push: Push, state: Push.State, at: datetime, trouble: str = "", *, gone: bool = False) -> None:
    settle_push(by=WORKER, at=at, push=push.pk, state=state, trouble=trouble, gone=gone)
