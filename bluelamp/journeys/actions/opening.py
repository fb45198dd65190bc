"""A restricted record opened with a reason, and what its owner owes then: to look at who opened it and why."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.actions import opening as openings
from bluelamp.access.queries import opening_of
from bluelamp.journeys.owed import LOOK_AT_OPENING
from bluelamp.journeys.rules.looking_at_openings import look_due
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of


@action
def open_with_reason(*, record: str, reason: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Open `record` for one shift; its owner is owed a look at why, unless it is their own. Answers "opening:5".

    Of a record that nobody has taken on yet, those who stand in for its owner by their role are told, and look.
    """
    ref = openings.open_restricted(record=record, reason=reason, by=by, at=at)
    made = opening_of(int(ref.partition(":")[2]))
    assert made is not None
    if not made.by_owner:
        owner = made.restriction.owner
        promise(
            LOOK_AT_OPENING,
            record=ref,
            due=look_due(law_of("journeys"), opened_at=at),
            began_at=at,
            facts={"falls_to": owner.ref} if owner else {},
            words={"who": str(made.officer), "what": record.replace(":", " ").replace("_", " ")},
            about=(record, *([owner.ref] if owner else []), made.officer.ref),
            unit=made.restriction.whom,
        )
    return ref


@action
def look_at_opening(*, opening: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """The owner has read who opened their record and why, and has no concern."""
    ref = openings.acknowledge(opening=opening, by=by, at=at)
    keep(LOOK_AT_OPENING, record=ref, at=at)
    return ref


@action
def raise_concern(*, opening: int, concern: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """The owner has read who opened their record and why, and has a concern. Refused without words."""
    ref = openings.raise_concern(opening=opening, concern=concern, by=by, at=at)
    keep(LOOK_AT_OPENING, record=ref, at=at)
    return ref
