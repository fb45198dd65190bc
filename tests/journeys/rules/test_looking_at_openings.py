"""The owner of a restricted record looks at an opening within elapsed hours of policy."""

from datetime import UTC, datetime, timedelta

from bluelamp.journeys.rules.looking_at_openings import look_due
from bluelamp.places.law_in_force import law_of


def test_seventy_two_elapsed_hours_through_the_change_of_the_clocks() -> None:
    opened = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
    due = look_due(law_of("journeys"), opened_at=opened)
    assert due.due == opened + timedelta(hours=72)
    assert "policy" in due.basis.lower()
