"""Giving a crime its outcome; the earlier ones stay in the ledger (H8)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.crimes import events
from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.outcomes import Outcome, may_give, wording
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import insist


@action
def set_outcome(
    *, by: Acting, at: datetime, crime: int, outcome: Outcome, why: str = "", key: str | None = None
) -> str:
    """Give the crime its one current outcome, once everything the outcome needs is there."""
    require(by, "crimes.decide")
    found = Crime.objects.select_for_update(of=("self",)).get(pk=crime)
    law = law_of("crimes")
    insist(may_give(law, outcome=outcome))
    found.outcome, found.outcome_at, found.state = outcome.code, at, Crime.State.FINALISED
    found.save(update_fields=["outcome", "outcome_at", "state"])
    write(
        events.OUTCOME,
        record=found.ref,
        about=(f"incident:{found.incident_id}",) if found.incident_id else (),
        facts={"outcome": outcome.code, "outcome_words": wording(law, code=outcome.code, on=outcome.on)},
        words={"why": why},
    )
    return found.ref
