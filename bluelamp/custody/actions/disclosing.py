"""What leaves a custody record: papers made, the record shown, copies asked for, given and refused (P21)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.papers import COPY_ASKED, COPY_GIVEN, COPY_REFUSED, PAPER_MADE, SHOWN
from bluelamp.custody.keeping import say
from bluelamp.custody.models import CopyRequest, Detention, Paper
from bluelamp.custody.models.papers import Recipient
from bluelamp.custody.owed.leaving import COPY
from bluelamp.custody.rules.copies import SUSPECT_SIDE, give_by, may_have_copy
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused

CODE = "Code C 2.4"


@action
def log_paper(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    kind: str,
    recipient: str,
    recipient_name: str,
    why: str,
    sha256: str,
    entries: int = 0,
    withheld: int = 0,
    key: str | None = None,
) -> str:
    """Write down a paper made, before it is handed over: which, for whom, why, and what it weighs as a hash."""
    require(by, "custody.papers")
    found = _record(detention)
    _insist_on_purpose(recipient, recipient_name, why)
    made = Paper.objects.create(
        detention=found,
        kind=kind,
        made_at=at,
        officer_id=officer_of(by),
        recipient=recipient,
        recipient_name=recipient_name,
        why=why,
        entries=entries,
        withheld=withheld,
        sha256=sha256,
    )
    facts: dict[str, object] = {
        "kind": kind,
        "kind_words": Paper.Kind(kind).label,
        "recipient": recipient,
        "sha256": sha256,
    }
    facts |= {"recipient_words": Recipient(recipient).label.lower(), "paper": f"paper:{made.pk}", "entries": entries}
    say(PAPER_MADE, found, facts, words={"recipient_name": recipient_name, "why": why})
    if recipient in SUSPECT_SIDE and kind == Paper.Kind.RECORD:
        _give(found, made, at)
    return f"paper:{made.pk}"


def _insist_on_purpose(recipient: str, recipient_name: str, why: str) -> None:
    if not why.strip():
        raise Refused(refused("Say why this paper is made.", "Data Protection Act 2018 s.62", field="why"))
    if recipient != Recipient.POLICE and not recipient_name.strip():
        raise Refused(refused("Name who gets it.", "Data Protection Act 2018 s.62", field="recipient_name"))


def _give(found: Detention, paper: Paper, at: datetime) -> None:
    """A copy of the whole record keeps what was asked for by the same kind of person."""
    for one in CopyRequest.objects.filter(detention=found, who=paper.recipient, given_at=None, refused_at=None):
        one.given_at, one.paper = at, paper
        one.save(update_fields=["given_at", "paper"])
        keep(COPY, record=found.ref, slot=str(one.pk), at=at)
        say(COPY_GIVEN, found, _who(one.who), words={"name": one.name})


@action
def ask_copy(*, by: Acting, at: datetime, detention: int, who: str, name: str, key: str | None = None) -> str:
    """Write down that a copy was asked for. It is owed, or where the right is over refused with the section."""
    require(by, "custody.papers")
    found = _record(detention)
    if not name.strip():
        raise Refused(refused("Name who asks.", CODE, field="name"))
    verdict = may_have_copy(who=who, released_at=found.released_at, asked_at=at, law=law_of("custody"))
    if who not in SUSPECT_SIDE:
        raise Refused(verdict)
    asked = CopyRequest(detention=found, who=who, name=name, asked_at=at, asked_of_id=officer_of(by))
    if not verdict.allowed:
        asked.refused_at, asked.refused_why = at, str(verdict.reasons[0])
        asked.save()
        words = {"why": verdict.words, "name": name}
        say(COPY_REFUSED, found, _who(who) | {"section": verdict.source}, words=words)
        return found.ref
    due = give_by(asked_at=at, law=law_of("custody"))
    asked.due_at = due.due
    asked.save()
    promise(COPY, record=found.ref, slot=str(asked.pk), due=due, began_at=at, words={"who": found.person.name},
            unit=found.suite.name)  # fmt: skip
    say(COPY_ASKED, found, _who(who), words={"name": name})
    return found.ref


@action
def show_record(*, by: Acting, at: datetime, detention: int, who: str, name: str, key: str | None = None) -> str:
    """The record is shown to the solicitor or the appropriate adult: a look, logged with their name."""
    require(by, "custody.papers")
    found = _record(detention)
    if who not in (Recipient.SOLICITOR, Recipient.APPROPRIATE_ADULT):
        words = "The record is shown to the solicitor or the appropriate adult."
        raise Refused(refused(words, CODE, field="who"))
    if not name.strip():
        raise Refused(refused("Name who looks.", CODE, field="name"))
    say(SHOWN, found, _who(who), words={"name": name})
    return found.ref


def _who(who: str) -> dict[str, object]:
    return {"who": who, "who_words": Recipient(who).label.lower()}


def _record(detention: int) -> Detention:
    """Open or closed, frozen or not: giving what is written changes nothing in it."""
    return (
        Detention.objects.select_for_update(of=("self",)).select_related("person", "arrest", "suite").get(pk=detention)
    )
