"""The decision at the desk: detention authorised, or not (P20)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.compiled import update
from bluelamp.custody.care_keeping import withdraw_care
from bluelamp.custody.clocks import decider
from bluelamp.custody.escorts import close_escort
from bluelamp.custody.events.clocks import AUTHORISED, REFUSED
from bluelamp.custody.keeping import end_doings, end_stay, lock, restate_clocks, say
from bluelamp.custody.models import Detention
from bluelamp.custody.owed.called import ADULT_COMES, CALL_ADULT, END_DELAY
from bluelamp.custody.owed.clocks import DECIDE, LIMIT
from bluelamp.custody.owed.treatment import DOSE
from bluelamp.custody.property_held import give_back, items_held, settled
from bluelamp.custody.responsible import end
from bluelamp.custody.rules.authorising import Authorising, may_authorise, may_decide
from bluelamp.custody.rules.disposals import Disposal
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def authorise(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    grounds: str,
    necessity: Sequence[str] = ("secure_or_preserve_evidence",),
    enough_to_charge: bool = False,
    authorised_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Authorise detention; the review clock starts. A sergeant or above, not involved in the case (PACE s.36, s.37)."""
    require(by, "custody.authorise")
    found = _undecided(detention)
    when = authorised_at or at
    asked = Authorising(
        arrived_at=found.arrived_at, enough_to_charge=enough_to_charge, necessity=tuple(necessity), grounds=grounds
    )
    insist(may_authorise(authorising=asked, decider=decider(by, found), law=law_of("custody"), at=when))
    found.authorised_at, found.authorised_by_id, found.grounds = when, by.officer_id, grounds
    update(found, "authorised_at", "authorised_by", "grounds")
    keep(DECIDE, record=found.ref, at=when)
    restate_clocks(found, at)
    facts = {
        "arrived_at": found.arrived_at.isoformat(),
        "review_due_at": found.review_due_at.isoformat() if found.review_due_at else None,
    }
    say(AUTHORISED, found, facts, words={"grounds": grounds}, occurred_at=when, reason=reason_late)
    return found.ref


@action
def refuse_detention(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    why: str,
    property_words: str = "",
    given_back: Sequence[int] = (),
    key: str | None = None,
) -> str:
    """Do not authorise detention: a valid, recorded ending. The person is released, with what was taken from them."""
    require(by, "custody.authorise")
    found = _undecided(detention)
    insist(may_decide(decider=decider(by, found), law=law_of("custody"), at=at))
    if not why.strip():
        raise Refused(refused("Say why detention is not authorised.", "PACE s.37", field="why"))
    held = items_held(found)
    insist(settled(held, given_back, property_words))
    give_back(found, held, given_back, property_words, by, at)
    end_stay(found, at)
    end_doings(found, at)
    close_escort(found, by.name, at)
    end(found.person_id, at)
    found.refused_at = found.released_at = at
    found.disposal, found.disposal_words = Disposal.NOT_AUTHORISED.value, why
    found.save(update_fields=["refused_at", "released_at", "disposal", "disposal_words"])
    keep(DECIDE, record=found.ref, at=at)
    withdraw(LIMIT, record=found.ref, why="Detention was not authorised")
    for kind in (CALL_ADULT, ADULT_COMES, END_DELAY, DOSE):
        withdraw(kind, record=found.ref, slot=EVERY_SLOT, why="Detention was not authorised")
    withdraw_care(found, "Detention was not authorised")
    say(REFUSED, found, {"disposal": found.disposal}, words={"why": why})
    return found.ref


def _undecided(detention: int) -> Detention:
    found = lock(detention)
    if found.authorised_at:
        decided = f"{spoken(found.authorised_at)} by {found.authorised_by}"
        words = f"Detention was authorised {decided}: nothing is left to decide."
        raise Refused(refused(words, "Order of events"))
    return found
