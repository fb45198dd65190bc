"""Opening a restricted record without being named on it: with a reason, and its owner is told."""

from datetime import datetime, timedelta

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Opening, Restriction
from bluelamp.access.permissions import may_open_by
from bluelamp.access.permissions_check import require
from bluelamp.access.rules.reasons import good_concern, good_reason
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused

OPEN_FOR = timedelta(hours=8)
"""An opening lasts one shift; after that a new reason is asked for. This force's policy."""


@action
def open_restricted(*, record: str, reason: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Open `record` for one shift. Answers "opening:5".

    Raises Refused without the capability, a reason, or a restriction to open. Its owner is told by
    `journeys.actions.opening`, which is what a page calls.
    """
    require(by, *may_open_by(record))
    insist(good_reason(reason))
    restriction = Restriction.objects.select_related("owner").filter(record=record, lifted_at=None).first()
    if restriction is None:
        insist(refused("There is no restricted record of that reference."))
    assert restriction is not None
    made = Opening.objects.create(
        restriction=restriction, officer_id=by.number, reason=reason, opened_at=at, until=at + OPEN_FOR
    )
    about = (restriction.owner.ref,) if restriction.owner else ()
    write(events.OPENED, record=record, about=about, words={"why": reason})
    return made.ref


@action
def acknowledge(*, opening: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """The owner says they have read who opened their record and why. Refused for anybody else, and a second time."""
    found = _owned(opening, by)
    Opening.objects.filter(pk=opening).update(seen_by_owner_at=at)
    write(events.OPENING_SEEN, record=found.restriction.record, about=(found.ref,))
    return found.ref


@action
def raise_concern(*, opening: int, concern: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """The owner has looked at who opened their record and why, and has a concern, in words, kept in the ledger."""
    found = _owned(opening, by)
    insist(good_concern(concern))
    Opening.objects.filter(pk=opening).update(seen_by_owner_at=at, concern=concern)
    about = (found.ref, found.officer.ref)
    write(events.CONCERN_RAISED, record=found.restriction.record, about=about, words={"concern": concern})
    return found.ref


def _owned(opening: int, by: Acting) -> Opening:
    locked = Opening.objects.select_for_update(of=("self",)).select_related("restriction", "officer")
    found = locked.filter(pk=opening).first()
    if found is None or not found.restriction.belongs_to(by.officer_id, by.roles) or found.officer_id == by.officer_id:
        insist(refused("Only the officer the record belongs to can do this."))
    assert found is not None
    if found.seen_by_owner_at:
        insist(refused("This was looked at already."))
    return found
