"""What an officer was told of their duties, and that they read it."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.duty import events
from bluelamp.duty.models import DutyNotice
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused


@action
def read_notices(*, notices: Sequence[int], by: Acting, at: datetime, key: str | None = None) -> str:
    """Say that one has read what one was told. Raises Refused where all of it was read before, or is another's."""
    require(by, "duty.mine")
    unread = DutyNotice.objects.select_for_update().filter(pk__in=list(notices), officer=officer_of(by), read_at=None)
    found = sorted(unread.values_list("pk", flat=True))
    if not found:
        insist(refused("You have read this already.", "Order of events"))
    DutyNotice.objects.filter(pk__in=found).update(read_at=at)
    write(events.NOTICE_READ, record=by.ref, facts={"told": len(found)})
    return by.ref
