"""The promise of crimes: recorded, or a reason why not, within 24 hours of the report."""

from bluelamp.calls.models import Incident
from bluelamp.crimes.models import Crime, NotRecorded
from bluelamp.crimes.rules.recording import record_by
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def decision_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: 24 hours from the report, None once decided (H1)."""
    incident = Incident.objects.filter(pk=record.partition(":")[2]).first()
    if incident is None or decided(incident.pk):
        return None
    return record_by(law_of("crimes"), reported_at=incident.received_at)


def decided(incident: int) -> bool:
    """True once a crime or a reason why not is recorded for the incident."""
    return (
        Crime.objects.filter(incident_id=incident).exists() or NotRecorded.objects.filter(incident_id=incident).exists()
    )


RECORD = Kind(
    name="crimes.record",
    wording="Record a crime for call {serial}, or say why not",
    title="Record a crime in 24 hours",
    to="The victim",
    source="Home Office Crime Recording Rules, 24 hours from report",
    acts="crimes.record",
    kept_when="A crime is recorded, or a reason why not",
    ask=decision_due,
    warn_minutes=(240, 60),
    page="desks:incident",
    group="Crime",
    victim=True,
)
