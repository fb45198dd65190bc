"""Meals, drinks, exercise and the like, each offered and taken or declined (P29)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.care import away_at
from bluelamp.custody.events.care import CARE_GIVEN
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import CareEntry
from bluelamp.custody.rules import order_of_events
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused


@action
def give_care(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    kind: str,
    declined: bool,
    words: str = "",
    given_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Write what was offered, and whether it was taken; a declined offer is not the same as none."""
    require(by, "custody.care")
    when = given_at or at
    found = lock(detention, while_frozen=WhileFrozen.CARE, away=away_at(when))
    if kind not in CareEntry.Kind.values:
        raise Refused(refused("Choose what was offered.", "Code C 8", field="kind"))
    if when > at or when < found.arrived_at:
        said = "still to come" if when > at else "before the person arrived"
        raise Refused(refused(f"This time is {said}.", order_of_events.SOURCE, field="given_at"))
    if found.away:  # type: ignore[attr-defined]
        raise Refused(refused("The person was at hospital then.", order_of_events.SOURCE))
    entry = CareEntry.objects.create(
        detention=found, given_at=when, officer_id=officer_of(by), kind=kind, declined=declined, words=words
    )
    facts = {
        "what": entry.get_kind_display(),
        "kind": kind,
        "answer": ": declined" if declined else "",
        "declined": declined,
    }
    say(CARE_GIVEN, found, facts, words={"words": words}, occurred_at=when, reason=reason_late)
    return found.ref
