"""Giving a crime its outcome; the earlier ones stay in the ledger (H8)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.crimes import events
from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.outcomes import OF_A_CHARGE, Outcome, may_give, wording
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def set_outcome(
    *, by: Acting, at: datetime, crime: int, outcome: Outcome, why: str = "", key: str | None = None
) -> str:
    """Give the crime its one current outcome, once everything the outcome needs is there."""
    require(by, "crimes.decide")
    return _give(_locked(crime), outcome, why, at)


@action
def outcome_of_charge(*, by: Acting, at: datetime, crime: int, why: str = "", key: str | None = None) -> str:
    """Somebody is charged with it: outcome 1, by whoever charged them. Refused where its outcome says so already."""
    require(by, "cases.charge", "crimes.decide")
    found = _locked(crime)
    if found.outcome in OF_A_CHARGE:
        raise Refused(refused(f"The crime has outcome {found.outcome} already.", "Crime Outcomes Framework"))
    return _give(found, Outcome(code="1", on=local_day(at), charge_linked=True), why, at)


@action
def charge_fell(*, by: Acting, at: datetime, crime: int, why: str, key: str | None = None) -> str:
    """Nobody is charged with it any more: an outcome that said so no longer stands, and the crime is open again."""
    require(by, "cases.charge", "crimes.decide")
    found = _locked(crime)
    if found.outcome not in OF_A_CHARGE:
        raise Refused(refused("The crime's outcome does not say that anybody is charged.", "Crime Outcomes Framework"))
    facts = {"outcome": found.outcome}
    found.outcome, found.outcome_at, found.state = "", None, Crime.State.OPEN
    found.save(update_fields=["outcome", "outcome_at", "state"])
    write(events.OUTCOME_FELL, record=found.ref, about=_about(found), facts=facts, words={"why": why})
    return found.ref


def _locked(crime: int) -> Crime:
    return Crime.objects.select_for_update(of=("self",)).get(pk=crime)


def _about(found: Crime) -> tuple[str, ...]:
    return (f"incident:{found.incident_id}",) if found.incident_id else ()


def _give(found: Crime, outcome: Outcome, why: str, at: datetime) -> str:
    law = law_of("crimes")
    insist(may_give(law, outcome=outcome))
    found.outcome, found.outcome_at, found.state = outcome.code, at, Crime.State.FINALISED
    found.save(update_fields=["outcome", "outcome_at", "state"])
    write(
        events.OUTCOME,
        record=found.ref,
        about=_about(found),
        facts={"outcome": outcome.code, "outcome_words": wording(law, code=outcome.code, on=outcome.on)},
        words={"why": why},
    )
    return found.ref
