"""One body: what waits first, veiled where it is about a restricted record."""

import pytest

from bluelamp.access.actions.restricting import restrict
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from tests.partners.bodies import NOON, Bodies


def test_waiting_agreements_and_how_they_are_reached(there: Bodies, sign_in):
    there.shares()
    client = sign_in("victim_care_officer")
    body = client.get("/partners/body/victim-support/").content.decode()
    assert "Waits for an answer" in body
    assert "DVCVA 2004 s.54" in body
    assert "Needs" in body
    assert "Joanne" not in body
    assert "It needs a role that may" in body, "signing agreements is for others"
    assert client.get("/partners/body/nobody/").status_code == 404


def test_a_share_about_a_restricted_record_is_veiled(there: Bodies, sign_in):
    there.shares()
    sign_in("domestic_abuse_specialist")
    owner = acting_as(Officer.objects.get(user_name="domestic_abuse_specialist"))
    restrict(record="person:12", why="Officer's family", owner=owner.number, by=owner, at=NOON)
    body = sign_in("victim_care_officer").get("/partners/body/victim-support/").content.decode()
    assert "A restricted record exists. Ask" in body
    assert "victim 7" not in body.lower()


@pytest.mark.parametrize(("role", "status"), [("dispatcher", 403), ("commander", 200)])
def test_who_may_look(there: Bodies, sign_in, role, status):
    assert sign_in(role).get("/partners/body/victim-support/").status_code == status
