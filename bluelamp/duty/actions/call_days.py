"""The days on call that are over go into the account of time of whoever was on call."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.models import PlannedDuty
from bluelamp.duty.time_account import write_time
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of


@action
def write_call_days(*, calls: Sequence[int], by: Acting, at: datetime, key: str | None = None) -> int:
    """Write a day on call for each of these calls of a published roster, one a force day (Annex U). Answers how many.

    `calls`: as `calls_over` answers them, none written already.
    """
    require(by, "duty.search")
    source = law_of("duty").value("on_call.allowance", on=local_day(at)).source
    found = list(PlannedDuty.objects.select_related("roster").filter(pk__in=calls).order_by("day", "pk"))
    for one in found:
        write_time(one.officer_id, day=one.day, because="On call by the roster", source=source, record=one.roster.ref,
                   on_call=True)  # fmt: skip
    return len(found)
