"""By when the owner of a restricted record looks at why somebody opened it."""

from datetime import datetime

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law


def look_due(law: Law, *, opened_at: datetime) -> Deadline:
    """Elapsed hours after it was opened at `opened_at` (an instant with a zone), by the policy in force on that day."""
    value = law.value("journeys.look_at_opening", on=local_day(opened_at))
    return span_after(opened_at, value.span, basis=value.source, event="The restricted record was opened")
