"""Calling out from its page: who is on call of each unit now, and the call."""

from datetime import time

import pytest
from django.test import Client

from bluelamp.deadlines.instants import local
from bluelamp.duty.models import CallOut
from tests.duty.borough import DAY, MONDAY, Littleford
from tests.duty.pages.desk import Desk

NIGHT = local(MONDAY + 8 * DAY, time(2, 30))


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    littleford.a_published_roster()
    return Desk(littleford, client, at=NIGHT)


def test_who_is_on_call_is_named_and_called(desk: Desk) -> None:
    page = desk.get("/duty/call-out/", "dispatcher")
    assert "On call: P" in page
    sent = desk.post("/duty/call-out/", "dispatcher", unit="response", why="Burglary in progress")
    made = CallOut.objects.get()
    assert sent["Location"] == f"/duty/call-out/{made.pk}/"
    assert str(made.officer) in desk.get("/duty/call-out/")


def test_without_a_reason_nobody_is_called(desk: Desk) -> None:
    assert desk.post("/duty/call-out/", unit="response", why="").status_code == 422
    assert not CallOut.objects.exists()
