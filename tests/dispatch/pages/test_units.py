"""The units of the borough on a page: who is out, and a new call sign."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.dispatch.models import Unit
from bluelamp.ledger.models import Entry
from bluelamp.places.models import Station, Team
from tests.street import MINUTE, a_unit, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def winter(client: Client, borough: None) -> Client:
    client.force_login(an_officer("winter", "dispatcher"))
    return client


def test_a_borough_without_units_says_that_nobody_can_be_sent(winter: Client) -> None:
    assert "nobody can be sent" in winter.get("/units/").content.decode()


def test_who_is_out_stands_apart_from_who_is_not(winter: Client) -> None:
    a_unit(who("all"), "43", moment=clock.now() - 60 * MINUTE)
    Unit.objects.create(call_sign="44", kind="response", base_lon=0, base_lat=51, lon=0, lat=51,
                        positioned_at=clock.now(), status_since=clock.now())  # fmt: skip
    page = winter.get("/units/").content.decode()
    out, _, empty = page.partition('id="empty"')
    assert "43-0" in out, "its crew"
    assert ">44<" in empty


def test_a_new_unit_starts_from_its_station_with_its_team(winter: Client) -> None:
    team, base = Team.objects.get(key="response"), Station.objects.get(key="littleford")
    sent = winter.post("/units/", {"call_sign": " 77 ", "team": team.pk, "base": base.key})
    unit = Unit.objects.get()
    assert sent["Location"] == f"/units/{unit.pk}/"
    assert (unit.call_sign, unit.team, unit.kind, unit.base_lon) == ("77", team, "response", base.lon)
    assert Entry.objects.filter(event="dispatch.unit_added", record=unit.ref).exists()


def test_a_call_sign_in_use_is_refused_beside_its_field(winter: Client) -> None:
    a_unit(who("all"), "43")
    team, base = Team.objects.get(key="response"), Station.objects.get(key="littleford")
    sent = winter.post("/units/", {"call_sign": "43", "team": team.pk, "base": base.key})
    assert sent.status_code == 422
    assert "43 is in use." in str(sent.context["form"].errors["call_sign"])


def test_who_may_only_look_adds_nothing(client: Client, borough: None) -> None:
    client.force_login(an_officer("lowe", "response_officer"))
    assert "Add the unit" not in client.get("/units/").content.decode()
    team = Team.objects.get(key="response")
    answer = client.post("/units/", {"call_sign": "77", "team": team.pk, "base": "littleford"})
    assert answer.status_code == 422
    assert "may not do this" in answer.content.decode()
    assert not Unit.objects.exists()
