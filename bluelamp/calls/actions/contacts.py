"""Somebody gets in touch: it rings, is answered, is given up, ends."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls import events
from bluelamp.calls.models import Contact
from bluelamp.calls.rules.channels import Channel
from bluelamp.compiled import fetch, insert, update
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.verdict import Refused, refused


@action
def ring(
    *,
    by: Acting,
    at: datetime,
    channel: str,
    point: int | None = None,
    caller_number: str = "",
    silent: bool = False,
    test: bool = False,
    key: str | None = None,
) -> str:
    """Note that a contact rings since `at`. Anyone may ring; refused is never an answer (C1)."""
    contact = insert(
        Contact(channel=channel, point_id=point, rang_at=at, caller_number=caller_number, silent=silent, test=test)
    )
    _say(events.CONTACT_RANG, contact)
    return contact.ref


@action
def answer(*, by: Acting, at: datetime, contact: int, key: str | None = None) -> str:
    """Answer a ringing contact; refused if another desk has it, or the caller has gone."""
    require(by, "calls.answer")
    ringing = _waiting(contact, at)
    ringing.answered_at, ringing.answered_by_id = at, by.officer_id
    update(ringing, "answered_at", "answered_by")
    _say(events.CONTACT_ANSWERED, ringing, waited_ms=_milliseconds(ringing.rang_at, at))
    return ringing.ref


@action
def abandon(*, by: Acting, at: datetime, contact: int, key: str | None = None) -> str:
    """Note that the caller gave up before anyone answered."""
    ringing = _waiting(contact, at)
    ringing.abandoned_at = at
    update(ringing, "abandoned_at")
    _say(events.CONTACT_ABANDONED, ringing, waited_ms=_milliseconds(ringing.rang_at, at))
    return ringing.ref


@action
def end_contact(*, by: Acting, at: datetime, contact: int, key: str | None = None) -> str:
    """Note that an answered contact ended."""
    require(by, "calls.answer")
    answered = fetch(Contact, contact, lock=True)
    if answered.answered_at is None or at < answered.answered_at:
        raise Refused(refused("A contact cannot end before it was answered.", "Order of events"))
    answered.ended_at = at
    update(answered, "ended_at")
    _say(events.CONTACT_ENDED, answered)
    return answered.ref


def _waiting(contact: int, at: datetime) -> Contact:
    found = fetch(Contact, contact, lock=True)
    if found.answered_at:
        raise Refused(refused("Another desk has answered this contact already.", "Order of events"))
    if found.abandoned_at:
        raise Refused(refused("The caller has gone: this contact ended before it was answered.", "Order of events"))
    if at < found.rang_at:
        raise Refused(refused("A contact cannot be answered before it rang.", "Order of events"))
    return found


def _say(event: Event, contact: Contact, **facts: int) -> None:
    about = (f"incident:{contact.incident_id}",) if contact.incident_id else ()
    words = Channel(contact.channel).words
    write(
        event,
        record=contact.ref,
        about=about,
        facts={"channel": contact.channel, "channel_words": words, "point": contact.point_id, **facts},
    )


def _milliseconds(since: datetime, until: datetime) -> int:
    return round((until - since).total_seconds() * 1000)
