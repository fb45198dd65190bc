"""A release under investigation: looked at by a supervisor by force policy, and ended with what came of it (B7)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.bails import OUTCOMES
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.bail import INVESTIGATION_ENDED, INVESTIGATION_REVIEWED
from bluelamp.custody.models import Investigation
from bluelamp.custody.owed.bail import INVESTIGATION_REVIEW, owe_investigation_review
from bluelamp.custody.rules.police_bail import investigation_review, may_review_investigation
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def review_investigation(
    *, by: Acting, at: datetime, investigation: int, words: str, n: int | None = None, key: str | None = None
) -> str:
    """A supervisor looks at it and writes what is left to do; the next is 28 days from now (force policy).

    `n` is the review the supervisor means to write: refused where somebody has written it meanwhile.
    """
    require(by, "custody.review", "custody.release", "custody.extend")
    found = _lock(investigation)
    insist(may_review_investigation(decider=decider(by, found.detention), law=law_of("custody"), at=at))
    if not words.strip():
        raise Refused(refused("Write what is left to do, and by whom.", "Force policy", field="words"))
    if n is not None and n != found.reviews + 1 and found.reviewed_at:
        said = (
            f"Review {found.reviews} was done meanwhile, {spoken(found.reviewed_at)}. The next is {found.reviews + 1}."
        )
        raise Refused(refused(said, "Force policy"))
    number = found.reviews + 1
    found.reviews, found.reviewed_at = number, at
    found.review_due_at = investigation_review(since=at, law=law_of("custody")).due
    found.save(update_fields=["reviews", "reviewed_at", "review_due_at"])
    keep(INVESTIGATION_REVIEW, record=found.ref, slot=str(number), at=at)
    owe_investigation_review(found)
    about = (found.person.ref, found.detention.ref)
    write(INVESTIGATION_REVIEWED, record=found.ref, about=about, facts={"n": number}, words={"words": words})
    return found.ref


@action
def end_investigation(
    *, by: Acting, at: datetime, investigation: int, outcome: str, words: str, key: str | None = None
) -> str:
    """It is over, with what came of it."""
    require(by, "custody.review", "custody.release", "cases.charge")
    found = _lock(investigation)
    if outcome not in OUTCOMES or outcome in ("under_investigation", "court_refused", "answered", "breached"):
        raise Refused(refused("Choose how it ends.", "PACE s.37", field="outcome"))
    if not words.strip():
        raise Refused(refused("Say why it ends.", "Code C 2.1", field="words"))
    found.ended_at, found.outcome = at, outcome
    found.save(update_fields=["ended_at", "outcome"])
    withdraw(INVESTIGATION_REVIEW, record=found.ref, slot=EVERY_SLOT, why="No longer under investigation")
    facts = {"outcome": outcome, "outcome_words": OUTCOMES[outcome]}
    about = (found.person.ref, found.detention.ref)
    write(INVESTIGATION_ENDED, record=found.ref, about=about, facts=facts, words={"words": words})
    return found.ref


def _lock(investigation: int) -> Investigation:
    found = (
        Investigation.objects.select_for_update(of=("self",))
        .select_related("person", "arrest", "detention__arrest", "detention__suite")
        .get(pk=investigation)
    )
    if found.ended_at:
        raise Refused(refused(f"This ended {spoken(found.ended_at)}: {OUTCOMES[found.outcome]}.", "Order of events"))
    return found
