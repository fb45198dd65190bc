"""A vehicle seen at an incident stands in what happened there."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.people.models import Vehicle
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


@pytest.fixture
def officer(evening: Evening, client: Client) -> Client:
    evening.signed_in("response_officer", client, at=NOW)
    return client


def test_seen_at_an_incident_it_stands_in_what_happened_there(officer: Client, evening: Evening) -> None:
    incident = evening.incident()
    with clock.set_to(NOW):
        assert "Note a vehicle seen" in officer.get(f"/incident/{incident.pk}/").content.decode()
        officer.post(f"/incident/{incident.pk}/vehicle/", {"as_seen": "AB12 CDE"})
        assert "Vehicle AB12 CDE added" in officer.get(f"/incident/{incident.pk}/").content.decode()
        page = officer.get(f"/vehicle/{Vehicle.objects.get().pk}/").content.decode()
    assert incident.number in page


def test_at_an_incident_that_never_was_nothing_is_seen(officer: Client) -> None:
    with clock.set_to(NOW):
        assert officer.post("/incident/999999999/vehicle/", {"as_seen": "AB12 CDE"}).status_code == 404
    assert not Vehicle.objects.exists()
