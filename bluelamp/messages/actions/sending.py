"""Asking for a message, and writing what became of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import uuid4

from django.conf import settings

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.messages import events
from bluelamp.messages.models import Message, State
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts, safe_channel
from bluelamp.messages.snapshots import as_json
from bluelamp.verdict import insist

SENDS = "system.send_messages"
"""What the worker may do, and nobody else: no role can hold it."""

_ENTRIES: dict[str, Event] = {
    State.SENT: events.SENT,
    State.FAILED: events.FAILED,
    State.REFUSED: events.REFUSED,
    State.KEPT: events.KEPT,
}


@action
def send(
    *,
    to: str,
    channel: Channel,
    address: str,
    template: str,
    personalisation: Mapping[str, str],
    safe: SafeContactFacts | None,
    never: Iterable[str] = (),
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Ask for a message to the person `to`; it leaves after the commit, by the worker. Answers "message:pk".

    `never` are names and case details that must not appear in it. Raises Refused, with nothing written, when the way,
    the hour or the words are not safe.
    """
    require(by, "messages.send")
    sender = getattr(settings, "MESSAGES_SENDER", "")
    insist(safe_channel(safe=safe, channel=channel, personalisation=personalisation, sender=sender, never=never, at=at))
    message = Message.objects.create(
        to=to,
        channel=channel,
        address=address,
        template=template,
        personalisation=dict(personalisation),
        safe=as_json(safe),
        asked_by=by.ref,
        asked_at=at,
        try_at=at,
        reference=uuid4(),
    )
    write(events.ASKED, message.ref, about=(to,), facts={"channel": channel.value, "template": template})
    return message.ref


@action
def settle(
    *, message: int, state: State, trouble: str = "", provider_reference: str = "", by: Acting, at: datetime
) -> str:
    """Write what became of a message: sent, failed, refused or kept."""
    require(by, SENDS)
    found = Message.objects.select_for_update().get(pk=message)
    found.state, found.trouble, found.provider_reference = state, trouble, provider_reference
    found.sent_at = at if state == State.SENT else None
    found.save(update_fields=["state", "trouble", "provider_reference", "sent_at"])
    facts = {"channel": found.channel}
    if state in (State.FAILED, State.REFUSED):
        facts["trouble"] = trouble
    write(_ENTRIES[state], found.ref, about=(found.to,), facts=facts)
    return found.ref
