"""A time agreed with the caller, on its page."""

from datetime import timedelta

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.deadlines.instants import as_local
from tests.street import MINUTE, an_incident, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def winter(client: Client) -> Client:
    client.force_login(an_officer("winter"))
    return client


def test_it_is_offered_at_a_scheduled_incident_and_kept(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - 5 * MINUTE, grade="G3", signs=())
    assert "Agree a time" in winter.get(f"/incident/{made.pk}/").content.decode()
    slot = as_local(clock.now() + timedelta(days=2)).replace(hour=9, minute=30, second=0, microsecond=0)
    sent = winter.post(f"/calls/incident/{made.pk}/slot/", {"slot_0": f"{slot:%Y-%m-%d}", "slot_1": "09:30"})
    assert sent.status_code == 303, dict(sent.context["form"].errors)
    made.refresh_from_db()
    assert made.agreed_at == slot
    page = winter.get(f"/incident/{made.pk}/").content.decode()
    assert "Agree another time" in page
    assert "Agreed with the caller: somebody comes at 09:30" in page


def test_yesterday_is_refused_beside_the_field(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - 5 * MINUTE, grade="G3", signs=())
    sent = winter.post(f"/calls/incident/{made.pk}/slot/", {"slot_0": "2026-01-02", "slot_1": "09:30"})
    assert sent.status_code == 422
    assert "still ahead" in str(sent.context["form"].errors["slot"])


def test_an_immediate_call_offers_no_time(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - 5 * MINUTE)
    assert "Agree a time" not in winter.get(f"/incident/{made.pk}/").content.decode()
