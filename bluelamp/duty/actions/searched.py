"""The end of a search for a roster."""

from datetime import datetime
from typing import Any

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.duty import events
from bluelamp.duty.models import Search
from bluelamp.ledger.actions.writing import action, write


@action
def end_search(
    *, search: int, state: str, trouble: str, conflicts: list[dict[str, Any]], by: Acting, at: datetime,
    key: str | None = None,
) -> str:  # fmt: skip
    """Write how a search ended and what cannot be met, in words."""
    require(by, "duty.search")
    row = Search.objects.select_for_update().get(pk=search)
    row.state, row.ended_at, row.trouble, row.conflicts = state, at, trouble[:2000], conflicts
    row.save(update_fields=["state", "ended_at", "trouble", "conflicts"])
    points = sum(one["points"] for one in row.done.values())
    bound = sum(one["bound"] for one in row.done.values())
    facts = {"state": Search.State(state).label.lower(), "points": points, "bound": bound}
    write(events.SEARCH_ENDED, record=f"roster:{row.roster_id}", facts=facts)
    return f"roster:{row.roster_id}"
