"""The promise of street bail: somebody comes to the station named, at the time named (P6)."""

from bluelamp.custody.models import StreetBail
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import spoken
from bluelamp.owed.registry import Kind


def answer_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the answer to street bail; None once answered or called off."""
    found = StreetBail.objects.filter(arrest_id=record.partition(":")[2]).first()
    return answer_by(found) if found and found.open else None


def answer_by(found: StreetBail) -> Deadline:
    """When the person is to come."""
    return Deadline(
        due=found.answer_at, because=(f"Named in the notice: {spoken(found.answer_at)}.",), basis="PACE s.30B(4)"
    )


ANSWER_STREET_BAIL = Kind(
    name="custody.street_bail",
    wording="{who} comes to {suite} on street bail: be ready, or call it off in writing",
    title="Somebody comes on street bail",
    to="The person on bail",
    source="PACE s.30B, s.30C(1)",
    acts="custody.arrest",
    kept_when="They come, or are told that they need not",
    ask=answer_due,
    warn_minutes=(10_080, 1_440, 120),
    page="journeys:street_bail",
    group="Custody",
)
