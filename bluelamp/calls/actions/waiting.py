"""Those who wait: a time agreed with the caller, and why nobody was sent yet."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls import events
from bluelamp.calls.grades import GRADE_COLUMNS, iso, owe, set_grade
from bluelamp.calls.models import Incident
from bluelamp.calls.rules.waiting import Told, may_agree, may_note_delay
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import insist


@action
def agree_slot(*, by: Acting, at: datetime, incident: int, slot: datetime, key: str | None = None) -> str:
    """Agree with the caller when somebody comes; a Scheduled incident is due then (C7)."""
    require(by, "calls.triage", "calls.log")
    found = _locked(incident)
    insist(may_agree(law_of("calls"), grade=found.grade, is_open=_is_open(found), slot=slot, at=at))
    graded_at, found.agreed_at = found.graded_at or at, slot
    set_grade(found, found.grade, graded_at)
    found.save(update_fields=["agreed_at", *GRADE_COLUMNS])
    owe(found)
    facts = {"slot": spoken(slot), "grade": found.grade, "due_at": iso(found.attend_due_at)}
    write(events.SLOT_AGREED, record=found.ref, facts=facts)
    return found.ref


@action
def note_delay(*, by: Acting, at: datetime, incident: int, why: str, told: str, key: str | None = None) -> str:
    """Write why nobody is there yet, and whether the caller was told (C14)."""
    require(by, "calls.log", "dispatch.assign")
    found = _locked(incident)
    insist(
        may_note_delay(
            is_open=_is_open(found),
            somebody_came=found.first_at_scene_at is not None,
            cannot_speak_freely=found.cannot_speak_freely,
            told=Told(told),
            why=why,
        )
    )
    write(
        events.DELAY_NOTED, record=found.ref, facts={"told": told, "told_words": Told(told).words}, words={"why": why}
    )
    return found.ref


def _locked(incident: int) -> Incident:
    return Incident.objects.select_for_update(of=("self",)).get(pk=incident)


def _is_open(incident: Incident) -> bool:
    return incident.state == Incident.State.OPEN
