"""An appropriate adult comes to somebody detained: checked against everybody with a part in the case (Code C 1B)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.actions import calling
from bluelamp.custody.models import Called
from bluelamp.custody.queries import arrests_of
from bluelamp.custody.rules.called import Proposed, on_record
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import insist
from bluelamp.victims.others import parts_in


@action
def adult_came(
    *,
    by: Acting,
    at: datetime,
    called: int,
    who: str = "",
    person: int | None = None,
    another: bool = False,
    arrived_at: datetime | None = None,
    proposed: Proposed | None = None,
    reason: str = "",
    key: str | None = None,
) -> str:
    """The appropriate adult is here. Refused where they are on record as a victim, witness or suspect in any matter
    that the person is under arrest for; `another`: they bear the name of one, and are somebody else."""
    held = Called.objects.select_related("detention").get(pk=called).detention
    incidents = {one.incident_id for one in arrests_of(held) if one.incident_id}
    parts = {number: part for number, part in parts_in(sorted(incidents)).items() if number != held.person_id}
    insist(on_record(who=who, person=person, detained=held.person_id, parts=parts, another=another))
    return calling.came(
        by=by, at=at, called=called, remote=False, who=who, arrived_at=arrived_at, proposed=proposed, reason=reason,
        person=person,
    )  # fmt: skip
