"""A unit's next step, asked once, in its order; no unit at work or no such step is no page."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.dispatch.actions.assigning import assign
from bluelamp.dispatch.models import Assignment
from tests.street import MINUTE, a_unit, an_incident, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def lowe(client: Client) -> Client:
    client.force_login(an_officer("lowe", "response_officer"))
    return client


def test_step_by_step_from_setting_out_to_clear(lowe: Client) -> None:
    by, now = who("all"), clock.now()
    unit, made = a_unit(by, "43", moment=now - 5 * MINUTE), an_incident(by, now - 2 * MINUTE)
    assert lowe.get(f"/dispatch/unit/{unit.pk}/en_route/").status_code == 404, "it is at no incident"
    assign(by=by, at=now - MINUTE, unit=unit.pk, incident=made.pk, drive_seconds=200)
    assert lowe.get(f"/dispatch/unit/{unit.pk}/no_such_step/").status_code == 404
    for step in ("acknowledge", "en_route", "at_scene"):
        assert "43" in lowe.get(f"/dispatch/unit/{unit.pk}/{step}/").content.decode()
        assert lowe.post(f"/dispatch/unit/{unit.pk}/{step}/").url == f"/incident/{made.pk}/"
    back = lowe.post(f"/dispatch/unit/{unit.pk}/en_route/")
    assert back.status_code == 422, "who is at scene does not set out"
    assert back.context["form"].errors
    assert lowe.post(f"/dispatch/unit/{unit.pk}/clear/", {"result": "Words of advice"}).status_code == 303
    found = Assignment.objects.get()
    assert None not in (found.acknowledged_at, found.en_route_at, found.at_scene_at, found.clear_at)
