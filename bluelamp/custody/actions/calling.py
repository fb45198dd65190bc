"""Calling somebody to a detained person; when they came, left, or are not coming (P23, P25)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.calling import CALLED, CAME, NOT_COMING, REPEATED, WENT
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.owed.calling import ADULT_HERE, CALL_ADULT, adult_here_by
from bluelamp.custody.rules.appropriate_adults import Offered, may_be_appropriate_adult
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

MAY = ("custody.call", "custody.care", "custody.transfer", "custody.book_in", "custody.desk")
ADULT = Called.Kind.APPROPRIATE_ADULT
RIGHTS_AGAIN = ("rights", "caution", "review", "search", "interview", "charge")
"""What is done again once the appropriate adult is here (Code C 3.17, 3.18, 10.12, 11.17, 15.3, 16.1)."""


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """More of who was called. `offered`: for an appropriate adult, what was asked about them."""

    relation: str = ""
    language: str = ""
    remote: bool = False
    offered: Offered | None = None


@action
def call(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    kind: str,
    who: str = "",
    why: str = "",
    called_at: datetime | None = None,
    more: Somebody | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Write that somebody was called, and wait for them."""
    require(by, *MAY)
    found, when, more = lock(detention), called_at or at, more or Somebody()
    if kind not in Called.Kind.values:
        raise Refused(refused("Choose who is called.", field="kind"))
    if when < found.arrived_at:
        words = f"Called before the arrival, {spoken(found.arrived_at)}."
        raise Refused(refused(words, "Order of events", field="called_at"))
    if more.offered:
        insist(may_be_appropriate_adult(offered=more.offered, law=law_of("custody"), on=local_day(when)))
    made = Called.objects.create(
        detention=found, kind=kind, called_at=when, officer_id=by.officer_id, who=who, why=why,
        relation=more.offered.relation.value if more.offered else more.relation,
        language=more.language, remote=more.remote,
    )  # fmt: skip
    if kind == ADULT:
        _owe_adult(found, made)
    _wait(found)
    facts = {"kind": made.get_kind_display(), "called": made.ref}
    say(CALLED, found, facts, words={"who": who, "why": why}, occurred_at=when, reason=reason_late)
    return made.ref


@action
def came(
    *, by: Acting, at: datetime, called: int, arrived_at: datetime | None = None, reason_late: str = "",
    key: str | None = None,
) -> str:  # fmt: skip
    """Somebody called is here."""
    require(by, *MAY)
    made, found = _locked(called)
    when = arrived_at or at
    if made.arrived_at:
        raise Refused(refused(f"They came {spoken(made.arrived_at)} already.", "Order of events"))
    if when < made.called_at:
        words = f"They came before they were called, {spoken(made.called_at)}."
        raise Refused(refused(words, "Order of events", field="arrived_at"))
    made.arrived_at = when
    made.save(update_fields=["arrived_at"])
    if made.kind == ADULT:
        keep(ADULT_HERE, record=found.ref, slot=str(made.pk), at=when)
    _wait(found)
    waited = round((when - made.called_at).total_seconds())
    facts = {"kind": made.get_kind_display(), "called": made.ref, "waited_seconds": waited, "of": made.kind}
    say(CAME, found, facts, words={"who": made.who}, occurred_at=when, reason=reason_late)
    return made.ref


@action
def went(*, by: Acting, at: datetime, called: int, outcome: str = "", key: str | None = None) -> str:
    """Somebody who came has left; what they advised or did, in words."""
    require(by, *MAY)
    made, found = _locked(called)
    if made.arrived_at is None:
        raise Refused(refused("They have not come yet.", "Order of events"))
    if made.left_at:
        raise Refused(refused(f"They left {spoken(made.left_at)} already.", "Order of events"))
    made.left_at, made.outcome = at, outcome
    made.save(update_fields=["left_at", "outcome"])
    say(WENT, found, {"kind": made.get_kind_display(), "called": made.ref}, words={"outcome": outcome})
    return made.ref


@action
def not_coming(*, by: Acting, at: datetime, called: int, why: str, key: str | None = None) -> str:
    """Somebody called cannot or will not come, or the person no longer wants them: who decided and why, in words."""
    require(by, *MAY)
    made, found = _locked(called)
    if made.arrived_at or made.not_coming_at:
        raise Refused(refused("Nobody is waited for here any more.", "Order of events"))
    if not why.strip():
        raise Refused(refused("Say why they are not coming.", "Code C 2.1", field="why"))
    made.not_coming_at, made.outcome = at, why
    made.save(update_fields=["not_coming_at", "outcome"])
    if made.kind == ADULT:
        withdraw(ADULT_HERE, record=found.ref, slot=str(made.pk), why="Not coming; another is called")
    _wait(found)
    say(NOT_COMING, found, {"kind": made.get_kind_display(), "called": made.ref}, words={"why": why})
    return made.ref


@action
def repeat_with_adult(*, by: Acting, at: datetime, detention: int, what: str, key: str | None = None) -> str:
    """Rights, caution, review, search, interview or charge were done again in the appropriate adult's presence."""
    require(by, *MAY)
    found = lock(detention)
    if what not in RIGHTS_AGAIN:
        raise Refused(refused("Choose what was done again.", "Code C 3.17", field="what"))
    if not found.called.filter(kind=ADULT, arrived_at__isnull=False, left_at=None).exists():
        raise Refused(refused("No appropriate adult is here.", "Code C 3.17"))
    say(REPEATED, found, {"what": what})
    return found.ref


def _owe_adult(found: Detention, made: Called) -> None:
    keep(CALL_ADULT, record=found.ref, at=made.called_at)
    promise(
        ADULT_HERE, record=found.ref, slot=str(made.pk), due=adult_here_by(made.called_at), began_at=made.called_at,
        words={"who": found.person.name}, about=(found.person.ref,), unit=found.suite.name,
    )  # fmt: skip


def _locked(called: int) -> tuple[Called, Detention]:
    number = Called.objects.values_list("detention_id", flat=True).get(pk=called)
    found = lock(number)
    return Called.objects.get(pk=called), found


def _wait(found: Detention) -> None:
    """Keep on the record's own row whom it waits for, for the whiteboard."""
    waiting = found.called.filter(arrived_at=None, not_coming_at=None).order_by("called_at")
    found.waiting_for = list(dict.fromkeys(one.get_kind_display() for one in waiting))
    found.save(update_fields=["waiting_for"])
