"""Somebody gets in touch: it rings, is answered, is given up, ends."""

from collections.abc import Mapping
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls import events
from bluelamp.calls.models import Contact
from bluelamp.calls.rules.channels import Channel
from bluelamp.compiled import fetch, insert, update
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.places.queries import is_being_tested
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
    call: str = "",
    key: str | None = None,
) -> str:
    """Note that a contact rings since `at`. Anyone may ring; refused is never an answer (C1).

    `call` is what a telephone exchange calls it. From a phone that is being tested it is a test, and not counted (C4).
    """
    test = point is not None and is_being_tested(point)
    contact = Contact(channel=channel, point_id=point, rang_at=at, caller_number=caller_number, silent=silent)
    contact.test, contact.call = test, call
    insert(contact)
    _say(events.TEST_RANG if test else events.CONTACT_RANG, contact)
    return contact.ref


@action
def write_in(
    *, by: Acting, at: datetime, channel: str, written: str, caller_number: str = "", key: str | None = None
) -> str:
    """Take what somebody wrote, word for word. It waits like a call, and becomes an incident like one (C1)."""
    if not written.strip():
        raise Refused(refused("Say what happened.", "Contact C1", field="what"))
    contact = insert(Contact(channel=channel, rang_at=at, caller_number=caller_number, written=written))
    _say(events.CONTACT_WROTE, contact, words={"written": written})
    return contact.ref


@action
def note_recording(*, by: Acting, at: datetime, contact: int, recording: str, key: str | None = None) -> str:
    """Note under which name the exchange keeps the sound of a call."""
    recorded = fetch(Contact, contact, lock=True)
    recorded.recording = recording
    update(recorded, "recording")
    _say(events.CONTACT_RECORDED, recorded)
    return recorded.ref


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
    if answered.written and answered.incident_id is None:
        raise Refused(refused("What somebody wrote to us becomes an incident, whatever it says.", "Contact C1"))
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


def _say(event: Event, contact: Contact, *, words: Mapping[str, str] | None = None, **facts: int) -> None:
    about = (f"incident:{contact.incident_id}",) if contact.incident_id else ()
    called, test = Channel(contact.channel).words, {"test": True} if contact.test else {}
    write(
        event,
        record=contact.ref,
        about=about,
        facts={"channel": contact.channel, "channel_words": called, "point": contact.point_id, **facts, **test},
        words=words or {},
    )


def _milliseconds(since: datetime, until: datetime) -> int:
    return round((until - since).total_seconds() * 1000)
