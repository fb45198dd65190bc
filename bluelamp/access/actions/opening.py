"""Opening a restricted record without being named on it: with a reason, and its owner is told."""

from datetime import datetime, timedelta

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Opening, Restriction
from bluelamp.access.permissions import OPEN_RESTRICTED
from bluelamp.access.permissions_check import require
from bluelamp.access.rules.reasons import good_reason
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused

OPEN_FOR = timedelta(hours=8)
"""An opening lasts one shift; after that a new reason is asked for. This force's policy."""


@action
def open_restricted(*, record: str, reason: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Open `record` for one shift. Raises Refused without the capability, a reason, or a restriction to open."""
    require(by, OPEN_RESTRICTED.name)
    insist(good_reason(reason))
    restriction = Restriction.objects.select_related("owner").filter(record=record, lifted_at=None).first()
    if restriction is None:
        insist(refused("There is no restricted record of that reference."))
    assert restriction is not None
    Opening.objects.create(
        restriction=restriction, officer_id=by.number, reason=reason, opened_at=at, until=at + OPEN_FOR
    )
    write(events.OPENED, record=record, about=(restriction.owner.ref,), words={"why": reason})
    return record


@action
def acknowledge(*, opening: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """The owner says they have read who opened their record and why."""
    found = Opening.objects.select_for_update(of=("self",)).select_related("restriction").get(pk=opening)
    if found.restriction.owner_id != by.officer_id:
        insist(refused("Only the officer the record belongs to can do this."))
    Opening.objects.filter(pk=opening, seen_by_owner_at=None).update(seen_by_owner_at=at)
    write(events.OPENING_SEEN, record=found.restriction.record)
    return found.restriction.record
