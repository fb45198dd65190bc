"""Asking for a message, and writing what became of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.messages import events
from bluelamp.messages.letters import may_be_written
from bluelamp.messages.locking import alone_with
from bluelamp.messages.models import UNSENT, Message, State
from bluelamp.messages.owed import ANOTHER_WAY
from bluelamp.messages.owing import owe_another_way
from bluelamp.messages.queries import already_told, person_number, safe_contact_of
from bluelamp.messages.rules.bodies import may_go_to_body
from bluelamp.messages.rules.leaving import right_address
from bluelamp.messages.rules.quiet_hours import leaves_at
from bluelamp.messages.rules.safe_channel import Channel, safe_channel
from bluelamp.messages.rules.templates import ENGLISH, PLAIN, may_fill
from bluelamp.messages.snapshots import as_json
from bluelamp.owed.actions.stating import withdraw
from bluelamp.people.queries import kept_addresses
from bluelamp.people.rules.masking import holds_none
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import every, insist

SENDS = "system.send_messages"
"""What the worker may do, and nobody else: no role can hold it."""

ASK_RESULT_AFTER = timedelta(minutes=10)
_SETTLED = [
    "state", "trouble", "provider_reference", "sent_at", "unsent_at", "result", "result_at", "ask_result_at",
]  # fmt: skip
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
    news: str = "",
    never: Iterable[str] = (),
    language: str = ENGLISH,
    form: str = PLAIN,
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Ask for a message to the person `to`; it leaves after the commit, by the worker. Answers "message:pk".

    `about` is the record it is written from, `owed` kind and slot of that record's promise which it tells of, if any.
    `news` names what it points to, by itself the promise it tells of: nobody is told the same twice by one channel,
    and what is on its way or was sent answers instead. `language` and `form` are those of a letter. `never` are names
    and case details that must not appear in it.
    In quiet hours it waits for their end. Raises Refused, with nothing written, when the way, the hour or the words
    are not safe by what the person says now; the refusal names the officer to ask.
    """
    require(by, "messages.send", "victims.invite")  # who may invite a victim sends them the link, and nothing else
    safe, theirs = safe_contact_of(to)
    sender = getattr(settings, "MESSAGES_SENDER", "")
    way = safe_channel(safe=safe, channel=channel, personalisation=personalisation, sender=sender, never=never, at=at)
    kept = kept_addresses(but=person_number(to))
    gives_none = holds_none([address, *personalisation.values()], kept=kept, field="personalisation")
    right = right_address(channel, address, theirs.by(channel))
    written = may_be_written(template, channel=channel, language=language, form=form)
    insist(every(way, right, may_fill(template, personalisation), written, gives_none))
    news = news or ("/".join((about, *owed)) if owed[0] else "")
    alone_with(news, to=to, channel=channel)
    if told := already_told(to=to, channel=channel, news=news):
        write(events.FOLDED, told.ref, about=told.records, facts={"channel": channel.value})
        return told.ref
    message = Message.objects.create(
        to=to, about=about, owed_kind=owed[0], owed_slot=owed[1], channel=channel, address=address, template=template,
        language=language, form=form,
        personalisation=dict(personalisation), safe=as_json(safe), asked_by=by.ref, asked_at=at,
        try_at=leaves_at(law_of("messages"), channel=channel, safe=safe, at=at), news=news, reference=uuid4(),
    )  # fmt: skip
    write(events.ASKED, message.ref, about=message.records, facts={"channel": channel.value, "template": template})
    return message.ref


@action
def send_to_body(
    *,
    to: str,
    address: str,
    template: str,
    personalisation: Mapping[str, str],
    about: str = "",
    never: Iterable[str] = (),
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Ask for an email to the partner body `to`, at once at any hour; a reference and a link, never the story."""
    require(by, "messages.send", "partners.share")
    sender = getattr(settings, "MESSAGES_SENDER", "")
    to_body = may_go_to_body(to, address=address, personalisation=personalisation, sender=sender, never=never)
    insist(every(to_body, may_fill(template, personalisation)))
    message = Message.objects.create(
        to=to, about=about, channel=Channel.EMAIL, address=address, template=template,
        personalisation=dict(personalisation), asked_by=by.ref, asked_at=at, try_at=at, reference=uuid4(),
    )  # fmt: skip
    facts = {"channel": Channel.EMAIL.value, "template": template}
    write(events.ASKED, message.ref, about=message.records, facts=facts)
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
    found.result, found.result_at = "", None
    found.ask_result_at = at + ASK_RESULT_AFTER if state == State.SENT else None
    found.unsent_at = found.unsent_at or (at if state in UNSENT else None)
    found.save(update_fields=_SETTLED)
    facts = {"channel": found.channel}
    if state in (State.FAILED, State.REFUSED):
        facts["trouble"] = trouble
    write(_ENTRIES[state], found.ref, about=found.records, facts=facts)
    if state == State.SENT:
        withdraw(ANOTHER_WAY, record=found.ref, why="It left after all; that tells nobody")
    else:
        owe_another_way(found)
    return found.ref
