"""A place asked of a suite before setting out; accepted, diverted, lapsed (P31)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.compiled import insert
from bluelamp.custody.events.journey import SLOT_ANSWERED, SLOT_ASKED, SLOT_DIVERTED, SLOT_LAPSED
from bluelamp.custody.going_there import suite_for, suites_for
from bluelamp.custody.models import Arrest, Slot
from bluelamp.custody.owed.places import ANSWER, answer_by, slot_lapse
from bluelamp.custody.rules.slots import diversion_minutes, may_accept
from bluelamp.deadlines.instants import as_local
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, insist, refused


@action
def ask_slot(*, by: Acting, at: datetime, arrest: int, suite: int, eta: datetime, key: str | None = None) -> str:
    """Ask a suite for a place for somebody arrested, with the arrival expected."""
    require(by, "custody.ask_slot")
    made = Arrest.objects.select_for_update(of=("self",)).get(pk=arrest)
    if eta < at:
        raise Refused(refused("The arrival expected is in the past.", "Order of events", field="eta"))
    _give_up_lapsed(made, at)
    slot = Slot(arrest=made, suite=Suite.objects.get(pk=suite), asked_at=at, eta=eta, lapses_at=eta)
    slot.lapses_at = slot_lapse(slot).due
    try:
        with transaction.atomic():
            insert(slot)
    except IntegrityError as error:
        if "one_live_slot_per_arrest" not in str(error):
            raise
        raise Refused(refused("A place is asked for already for this person.", "Slot before transport")) from error
    promise(
        ANSWER,
        record=slot.arrest.ref,
        slot=str(slot.pk),
        due=answer_by(slot),
        began_at=at,
        unit=slot.suite.name,
        facts={"suite": slot.suite.name},
    )
    _say(SLOT_ASKED, slot, {"eta": eta.isoformat(), "eta_words": f"{as_local(eta):%H:%M}"})
    return slot.ref


@action
def answer_slot(*, by: Acting, at: datetime, slot: int, accepted: bool, why: str = "", key: str | None = None) -> str:
    """Accept, or divert with a reason. A full suite cannot accept."""
    require(by, "custody.answer_slot")
    asked = _live(slot)
    if asked.answered_at:
        raise Refused(refused("This was answered already.", "Order of events"))
    if asked.lapses_at <= at:
        raise Refused(refused("This place has lapsed: the crew must ask again.", "Slot before transport"))
    if accepted:
        insist(may_accept(suite=suite_for(asked.arrest, asked.suite, at=at)))
    elif not why.strip():
        raise Refused(refused("Say why the crew is diverted.", "Slot before transport", field="why"))
    asked.answered_at, asked.accepted, asked.why = at, accepted, why
    asked.ended_at = None if accepted else at
    onward = None if accepted else _onward(asked, at)
    asked.save(update_fields=["answered_at", "accepted", "why", "ended_at", "diverted_to", "extra_minutes"])
    keep(ANSWER, record=asked.arrest.ref, slot=str(asked.pk), at=at)
    facts = {"accepted": accepted, "answer": "accepted" if accepted else "diverted"}
    _say(SLOT_ANSWERED, asked, facts, why=why)
    if onward:
        _say(SLOT_DIVERTED, asked, {"to": onward.key, "to_name": onward.name, "extra_minutes": asked.extra_minutes})
    return asked.ref


@action
def lapse_slot(*, by: Acting, at: datetime, slot: int, key: str | None = None) -> str:
    """Give up a place 45 minutes past the arrival expected, or when the crew no longer needs it."""
    require(by, "custody.answer_slot", "custody.ask_slot")
    asked = _live(slot)
    _give_up(asked, at)
    return asked.ref


def _onward(asked: Slot, at: datetime) -> Suite | None:
    """The next suite that has room for this person, with the minutes that going there costs; None if none has."""
    every = {each.suite.name: each for each in suites_for(asked.arrest, at=at)}
    here = every[asked.suite.name].suite
    other = next((each for name, each in every.items() if name != here.name and each.verdict.allowed), None)
    if other is None:
        return None
    asked.diverted_to = Suite.objects.get(name=other.suite.name)
    asked.extra_minutes = diversion_minutes(refused_by=here, sent_to=other.suite)
    return asked.diverted_to


def _give_up_lapsed(arrest: Arrest, at: datetime) -> None:
    """A place past its time no longer stands in the way of asking for another (P31)."""
    held = Slot.objects.select_for_update(of=("self",)).select_related("arrest", "suite")
    for slot in held.filter(arrest=arrest, ended_at=None, lapses_at__lte=at):
        _give_up(slot, at)


def _give_up(slot: Slot, at: datetime) -> None:
    slot.ended_at = at
    slot.save(update_fields=["ended_at"])
    withdraw(ANSWER, record=slot.arrest.ref, slot=str(slot.pk), why="The place lapsed")
    _say(SLOT_LAPSED, slot, {})


def _live(slot: int) -> Slot:
    found = (
        Slot.objects.select_for_update(of=("self",))
        .select_related("arrest__person", "arrest__incident", "suite")
        .get(pk=slot)
    )
    if found.ended_at:
        raise Refused(refused("This place is no longer held.", "Slot before transport"))
    return found


def _say(event: Event, slot: Slot, facts: Mapping[str, object], **words: str) -> None:
    write(
        event,
        record=slot.arrest.ref,
        about=(slot.ref, f"person:{slot.arrest.person_id}"),
        facts={"suite": slot.suite.key, "suite_name": slot.suite.name, **facts},
        words=words,
    )
