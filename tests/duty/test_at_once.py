"""An event entered while a roster is being published: one waits for the other, and the gap shows."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.db import connection

from bluelamp.duty.actions import publishing
from bluelamp.duty.actions.cover_events import enter_event
from bluelamp.duty.checking.check import check
from bluelamp.duty.models import CoverGap, Roster
from tests.duty.borough import DAY, MONDAY, NOW, Littleford

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_event_waits_for_the_roster_that_is_being_published(
    littleford: Littleford, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster = littleford.a_made_draft()
    read, entered = Event(), Event()

    def slowly(document: Any) -> Any:
        """The roster is read; whoever enters the event has a second to be quicker than the publishing."""
        read.set()
        entered.wait(1)
        return check(document)

    monkeypatch.setattr(publishing, "check", slowly)

    def enter() -> None:
        try:
            read.wait(20)
            day = MONDAY + DAY
            enter_event(
                name="Carnival", unit="response", day=day, begins=1320, ends=120, least=6, by=littleford.planner, at=NOW
            )
            entered.set()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        entering = pool.submit(enter)
        publishing.publish(roster=roster.pk, version=roster.version, by=littleford.planner, at=NOW)
        entering.result(20)
    assert Roster.objects.get(pk=roster.pk).state == Roster.State.PUBLISHED
    assert CoverGap.objects.filter(roster=roster, closed_at=None).exists()
