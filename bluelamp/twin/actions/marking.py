"""Marking a database as one of invented data, before any is put in."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import require
from bluelamp.calls.models import Incident
from bluelamp.ledger.actions.writing import action, write
from bluelamp.twin.events import MARKED
from bluelamp.twin.marked import RECORD, is_marked
from bluelamp.verdict import Refused, refused


@action
def mark(*, by: Acting, at: datetime, kind: str, key: str | None = None) -> str:
    """Mark this database ("rehearsal" or "demonstration"). Refused for one in service, for ever.

    In service is one with an officer who is not a demonstration account, or with an incident and no mark.
    """
    require(by, "places.edit")
    in_service = Officer.objects.filter(is_demonstration=False).exists()
    if in_service or (Incident.objects.exists() and not is_marked()):
        words = "This database is a borough in service, or was: invented data is never put into it."
        raise Refused(refused(words, "Rehearsals have a database of their own"))
    write(MARKED, record=RECORD, facts={"kind": kind})
    return RECORD
