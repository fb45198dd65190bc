"""Safe ways to reach a person, and warnings about one."""

from collections.abc import Sequence
from datetime import datetime, time

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people import events
from bluelamp.people.models import KeptAddress, Person, PersonWarning, SafeContact
from bluelamp.people.permissions import EDIT
from bluelamp.people.rules.safe_contact import Way, whole_address
from bluelamp.people.rules.withholding import LEAST
from bluelamp.verdict import insist, refused


@action
def set_safe_contact(
    *,
    person: int,
    ways: Sequence[str],
    source: str,
    by: Acting,
    at: datetime,
    number: str = "",
    since: time | None = None,
    until: time | None = None,
    code_word: str = "",
    shared_device: bool = False,
    do_not_ring: bool = False,
    post_to: str = "",
    key: str | None = None,
) -> str:
    """Set how a person may be reached, in place of what stood before; ways not named are not safe (V7).

    `post_to` is where a letter is safe: name, street, postcode. Left empty, the one said before stays while letters do.
    """
    require(by, EDIT.name)
    found = _locked(person)
    chosen = sorted({way for way in ways if way in list(Way)})
    if len(chosen) != len(set(ways)):
        insist(refused("Choose from the ways listed.", field="ways"))
    if not source.strip():
        insist(refused("Say who said that this is safe.", field="source"))
    if post_to.strip():
        insist(whole_address(post_to))
    before = found.safe_contacts.filter(ended_at=None).values_list("post_to", flat=True).first() or ""
    found.safe_contacts.filter(ended_at=None).update(ended_at=at)
    SafeContact.objects.create(
        person=found, ways=chosen, number=number, since=since, until=until, code_word=code_word,
        shared_device=shared_device, do_not_ring=do_not_ring, asks=by.name if by.signed_in else "", source=source,
        set_at=at, post_to=(post_to.strip() or before) if Way.LETTER in chosen else "",
    )  # fmt: skip
    shown = [Way(way).words for way in chosen] or "none safe"
    facts = {"ways": shown, "shared_device": shared_device, "do_not_ring": do_not_ring}
    words = {"number": number, "code_word": code_word, "source": source, "post_to": post_to}
    write(events.SAFE_CONTACT_SET, record=found.ref, facts=facts, words=words)
    return found.ref


@action
def keep_address(*, person: int, address: str, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Keep a new address from everybody who could pass it to the suspect (D10); one before is no longer in force."""
    require(by, EDIT.name)
    found = _locked(person)
    if sum(letter.isalnum() for letter in address) < LEAST:
        insist(refused("Give the whole address: so few letters would strike out innocent words.", field="address"))
    if not any(sign.isdigit() for sign in address):
        insist(refused("Give it with the number of the house or its postcode.", field="address"))
    if not why.strip():
        insist(refused("Say from whom it is kept, and why.", field="why"))
    found.kept_addresses.filter(ended_at=None).update(ended_at=at)
    KeptAddress.objects.create(person=found, address=address.strip(), why=why, kept_at=at)
    write(events.ADDRESS_KEPT, record=found.ref, words={"address": address, "why": why})
    return found.ref


@action
def free_address(*, person: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """The address need not be kept any more, as after a move; what it was stays on the record."""
    require(by, EDIT.name)
    found = _locked(person)
    if not why.strip() or not found.kept_addresses.filter(ended_at=None).update(ended_at=at):
        insist(refused("Say why." if not why.strip() else "No address of theirs is kept.", field="why"))
    write(events.ADDRESS_FREE, record=found.ref, words={"why": why})
    return found.ref


@action
def add_warning(
    *,
    person: int,
    kind: str,
    words: str,
    source: str,
    expires_at: datetime,
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Warn of a person, with the source and when the warning lapses. Answers "warning:3"."""
    require(by, EDIT.name)
    found = _locked(person)
    if kind not in PersonWarning.Kind.values:
        insist(refused("Choose what the warning is about.", field="kind"))
    if not words.strip() or not source.strip():
        insist(refused("Say what the warning is, and how it is known.", field="words" if source.strip() else "source"))
    if expires_at <= at:
        insist(refused("A warning must lapse after now.", field="expires_at"))
    made = PersonWarning.objects.create(
        person=found, kind=kind, words=words, source=source, raised_at=at, expires_at=expires_at
    )
    facts = {"kind": PersonWarning.Kind(kind).label.lower(), "expires_at": expires_at.isoformat()}
    write(events.WARNING_ADDED, record=found.ref, facts=facts, words={"words": words, "source": source})
    return f"warning:{made.pk}"


@action
def end_warning(*, number: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """End a warning before it lapses; it stays on the record."""
    require(by, EDIT.name)
    found = PersonWarning.objects.select_for_update(of=("self",)).filter(pk=number, ended_at=None).first()
    if found is None or not why.strip():
        insist(refused("Say why." if found else "This warning is not in force.", field="why"))
    assert found is not None
    found.ended_at = at
    found.save(update_fields=["ended_at"])
    write(events.WARNING_ENDED, record=f"person:{found.person_id}", facts={"warning": number}, words={"why": why})
    return f"warning:{number}"


def _locked(person: int) -> Person:
    found = Person.objects.select_for_update(of=("self",)).filter(pk=person).first()
    if found is None:
        insist(refused("There is no such person.", field="person"))
    assert found is not None
    return found
