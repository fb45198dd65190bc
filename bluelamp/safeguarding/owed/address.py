"""The promise to somebody whose new address is kept: who wrote it without being on the record is looked at."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.models import AddressWritten
from bluelamp.safeguarding.rules.kept_address import look_due


def look_at_written(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. None once it was looked at."""
    found = AddressWritten.objects.filter(pk=record.partition(":")[2], looked_at=None).first()
    return look_due(law_of("safeguarding"), written_at=found.at) if found else None


LOOK_AT_WRITTEN = Kind(
    name="safeguarding.look_at_written",
    wording="Look at how {who} comes to write the new address that is kept, {number}",
    title="Look at who wrote a new address that is kept",
    to="The victim",
    source="New address kept from the suspect (D10)",
    acts="safeguarding.assess",
    kept_when="Somebody on the record has found out how they know it, and said what was done for safety",
    ask=look_at_written,
    warn_minutes=(120,),
    page="safeguarding:written",
    group="Safeguarding",
    victim=True,
)
