"""The promise of places: each phone on the pavement is tested every week (C4)."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import ContactPoint
from bluelamp.places.rules.phones import next_test


def test_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: when the next test call is due; None for a phone that is gone or never tested."""
    phone = ContactPoint.objects.filter(pk=record.partition(":")[2]).first()
    if phone is None or phone.last_test_at is None:
        return None
    return next_test(law_of("places"), last_test_at=phone.last_test_at)


PHONE_TEST = Kind(
    name="places.phone_test",
    wording="Test {name}",
    title="Test a phone on the pavement each week",
    to="The public",
    source="Local agreement on help points C4",
    acts="calls.answer",
    kept_when="A test call was made and its result recorded",
    ask=test_due,
    page="places:contact_point",
    group="Board",
)
