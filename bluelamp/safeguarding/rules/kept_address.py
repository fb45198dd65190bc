"""By when the owner of a domestic record looks at who wrote the new address that is kept for it."""

from datetime import datetime

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law


def look_due(law: Law, *, written_at: datetime) -> Deadline:
    """Elapsed hours after it was written at `written_at` (an instant with a zone), by force policy of that day. D10."""
    value = law.value("address.look_within", on=local_day(written_at))
    return span_after(written_at, value.span, basis=value.source, event="The kept address was written")
