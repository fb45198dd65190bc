"""The promise of a suite to answer a crew that asks for a place (P31)."""

from bluelamp.custody.models import Slot
from bluelamp.custody.rules import slots
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def answer_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the suite's answer; None once given or lapsed."""
    asked = Slot.objects.filter(pk=slot or 0, answered_at=None, ended_at=None).first()
    return answer_by(asked) if asked else None


def answer_by(slot: Slot) -> Deadline:
    """By when the suite answers."""
    return slots.answer_by(asked_at=slot.asked_at, law=law_of("custody"))


def slot_lapse(slot: Slot) -> Deadline:
    """When a place is given up (P31)."""
    return slots.lapse(arrival_expected_at=slot.eta, law=law_of("custody"))


ANSWER = Kind(
    name="custody.slot_answer",
    wording="Answer the crew: a place at {suite}",
    title="Answer a crew that asks for a place",
    to="The arresting crew",
    source="Force policy, slot before transport",
    acts="custody.answer_slot",
    kept_when="The suite accepts or diverts",
    ask=answer_due,
    page="custody:slot",
    group="Custody",
)
