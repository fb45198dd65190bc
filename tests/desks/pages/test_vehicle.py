"""A vehicle's page: where the plate was seen, who is joined to it; what is restricted says only that it exists."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.events import LOOKED
from bluelamp.ledger.queries import looks
from bluelamp.people.actions.vehicles import add_vehicle, add_vehicle_of
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + 2 * HOUR


@pytest.fixture
def officer(evening: Evening, client: Client) -> Client:
    evening.signed_in("response_officer", client, at=NOW)
    return client


def added(evening: Evening, **more: object) -> int:
    return done(add_vehicle, TEN, by=evening.acting("response_officer"), as_seen="AB12 CDE", **more)


def read(client: Client, vehicle: int) -> str:
    with clock.set_to(NOW):
        answer = client.get(f"/vehicle/{vehicle}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_nothing_known_but_the_plate(officer: Client, evening: Evening) -> None:
    page = read(officer, added(evening))
    assert "Not noted at any incident." in page
    assert "Nobody is joined to it." in page
    assert "The same plate" not in page


def test_the_same_plate_seen_elsewhere_is_one_page_away(officer: Client, evening: Evening) -> None:
    incident = evening.incident()
    first = added(evening, seen_at=incident.ref)
    second = added(evening, colour="blue")
    page = read(officer, second)
    assert f'href="/vehicle/{first}/"' in page
    assert f"Incident {incident.number}" in page


def test_who_is_restricted_is_not_named_and_every_look_is_logged(officer: Client, evening: Evening) -> None:
    person = evening.person("Rhys", "Calder")
    by = evening.acting("response_officer")
    facts = {"person": person, "kind": "keeper", "source": "His own words", "as_seen": "AB12 CDE"}
    vehicle = done(add_vehicle_of, TEN, by=by, **facts)
    assert "Rhys Calder" in read(officer, vehicle)
    owner = evening.acting("domestic_abuse_specialist")
    done(restrict, TEN + HOUR, by=owner, record=f"person:{person}", why="Family", owner=owner.number, allowed=[])
    page = read(officer, vehicle)
    assert "Calder" not in page
    assert "His own words" not in page
    assert len(looks(f"vehicle:{vehicle}", event=LOOKED)) == 2


def test_no_such_vehicle(officer: Client) -> None:
    with clock.set_to(NOW):
        assert officer.get("/vehicle/999999/").status_code == 404
