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
from bluelamp.messages.models import UNSENT, Message, State
from bluelamp.messages.owed import ANOTHER_WAY
from bluelamp.messages.queries import name_of, safe_contact_of
from bluelamp.messages.rules.afterwards import another_way_due
from bluelamp.messages.rules.leaving import right_number
from bluelamp.messages.rules.safe_channel import Channel, safe_channel
from bluelamp.messages.snapshots import as_json
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import every, insist

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
    about: str = "",
    owed: tuple[str, str] = ("", ""),
    never: Iterable[str] = (),
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Ask for a message to the person `to`; it leaves after the commit, by the worker. Answers "message:pk".

    `about` is the record it is written from, `owed` kind and slot of that record's promise which it tells of, if any.
    `never` are names and case details that must not appear in it. Raises Refused, with nothing written, when the way,
    the hour or the words are not safe by what the person says now.
    """
    require(by, "messages.send")
    safe, number = safe_contact_of(to)
    sender = getattr(settings, "MESSAGES_SENDER", "")
    way = safe_channel(safe=safe, channel=channel, personalisation=personalisation, sender=sender, never=never, at=at)
    insist(every(way, right_number(channel, address, number)))
    message = Message.objects.create(
        to=to,
        about=about,
        owed_kind=owed[0],
        owed_slot=owed[1],
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
    write(events.ASKED, message.ref, about=message.records, facts={"channel": channel.value, "template": template})
    return message.ref


@action
def settle(
    *, message: int, state: State, trouble: str = "", provider_reference: str = "", by: Acting, at: datetime
) -> str:
    """Write what became of a message: sent, failed, refused or kept; one that did not leave leaves somebody to reach.

    A promise that the message was to tell of stays as it was: only a person reached keeps it.
    """
    require(by, SENDS)
    found = Message.objects.select_for_update().get(pk=message)
    found.state, found.trouble, found.provider_reference = state, trouble, provider_reference
    found.sent_at = at if state == State.SENT else None
    found.unsent_at = found.unsent_at or (at if state in UNSENT else None)
    found.save(update_fields=["state", "trouble", "provider_reference", "sent_at", "unsent_at"])
    facts = {"channel": found.channel}
    if state in (State.FAILED, State.REFUSED):
        facts["trouble"] = trouble
    write(_ENTRIES[state], found.ref, about=found.records, facts=facts)
    if state == State.SENT:
        keep(ANOTHER_WAY, record=found.ref, at=at)
    elif not found.owed_kind:
        _owe_another_way(found)
    return found.ref


def _owe_another_way(found: Message) -> None:
    assert found.unsent_at is not None
    due = another_way_due(law_of("messages"), unsent_at=found.unsent_at)
    words = {"who": name_of(found.to)}
    promise(ANOTHER_WAY, record=found.ref, due=due, began_at=found.unsent_at, words=words, about=found.records)
