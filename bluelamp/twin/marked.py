"""Whether a database holds invented data only: an entry of its ledger says so."""

from bluelamp.ledger.queries import timeline
from bluelamp.twin.events import MARKED

RECORD = "database:1"


def is_marked() -> bool:
    """True once it was marked as a rehearsal or a demonstration. One statement."""
    return bool(timeline(RECORD, limit=1, only=[MARKED]))
