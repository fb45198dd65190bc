"""A vehicle by its plate as seen: alone, at an incident, as somebody's."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.people.models import Link, Vehicle
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


@pytest.fixture
def officer(evening: Evening, client: Client) -> Client:
    evening.signed_in("response_officer", client, at=NOW)
    return client


def test_a_plate_of_no_known_form_is_kept_exactly(officer: Client) -> None:
    with clock.set_to(NOW):
        sent = officer.post("/people/vehicles/add/", {"as_seen": "B·MW 1234 é", "make": "BMW", "colour": "grey"})
        found = Vehicle.objects.get()
        assert sent["Location"] == f"/vehicle/{found.pk}/"
        assert found.as_seen == "B·MW 1234 é"
        page = officer.get(sent["Location"]).content.decode()
    assert "B·MW 1234 é" in page
    assert "Look at this plate again." in page


def test_somebody_is_joined_to_it_with_where_that_is_known_from(officer: Client, evening: Evening) -> None:
    person = evening.person("Dean", "Marlow")
    with clock.set_to(NOW):
        given = {"as_seen": "AB12 CDE", "kind": "driver", "source": "Seen at the wheel"}
        officer.post(f"/people/{person}/vehicle/", given)
        assert "AB12 CDE" in officer.get(f"/person/{person}/").content.decode()
    link = Link.objects.get()
    assert (link.person_id, link.kind, link.vehicle.as_seen) == (person, "driver", "AB12 CDE")


@pytest.mark.parametrize("given", [{"as_seen": ""}, {"as_seen": " -- "}])
def test_no_plate_is_refused_and_nothing_is_written(officer: Client, given: dict[str, str]) -> None:
    with clock.set_to(NOW):
        sent = officer.post("/people/vehicles/add/", {**given, "make": "Ford"})
    assert sent.status_code == 422
    assert "Ford" in sent.content.decode()
    assert not Vehicle.objects.exists()


def test_a_refused_link_leaves_no_vehicle(officer: Client, evening: Evening) -> None:
    person = evening.person()
    with clock.set_to(NOW):
        sent = officer.post(f"/people/{person}/vehicle/", {"as_seen": "AB12 CDE", "kind": "married", "source": "He"})
    assert sent.status_code == 422
    assert not Vehicle.objects.exists()
