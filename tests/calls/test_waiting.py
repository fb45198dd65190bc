"""What waits for an answer, in the order it is answered."""

from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.calls.models import Contact
from bluelamp.calls.queries import ringing

TEN = datetime(2026, 11, 20, 10, tzinfo=UTC)


@pytest.mark.django_db
def test_a_caller_on_a_line_comes_before_an_older_online_form() -> None:
    for minutes, channel in ((0, "ONLINE"), (5, "101"), (3, "HELP_POINT"), (1, "WEBCHAT")):
        Contact.objects.create(channel=channel, rang_at=TEN + timedelta(minutes=minutes))
    Contact.objects.create(channel="999", rang_at=TEN, answered_at=TEN)
    assert [one.channel for one in ringing()] == ["HELP_POINT", "101", "ONLINE", "WEBCHAT"]
