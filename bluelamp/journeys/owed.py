"""The promise to the owner of a restricted record: why it was opened is looked at."""

from bluelamp.access.queries import opening_of
from bluelamp.deadlines.deadline import Deadline
from bluelamp.journeys.rules.looking_at_openings import look_due
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def look_at_opening(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. None once looked at, and where the owner opened it."""
    found = opening_of(int(record.partition(":")[2]))
    if found is None or found.seen_by_owner_at or found.by_owner:
        return None
    return look_due(law_of("journeys"), opened_at=found.opened_at)


LOOK_AT_OPENING = Kind(
    name="journeys.look_at_opening",
    wording="Look at why {who} opened {what}",
    title="Look at why somebody opened a restricted record",
    to="Those the record is about",
    source="Restricted records (this force's policy; Data Protection Act 2018 s.62)",
    acts="access.restrict_records",
    kept_when="The officer the record belongs to has read the reason, and looked at it or raised a concern",
    ask=look_at_opening,
    warn_minutes=(1440,),
    page="journeys:opening",
    group="Restricted records",
)
