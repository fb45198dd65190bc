"""From suite to suite by page: leaving, then arriving, on one page."""

import pytest
from django.test import Client

from bluelamp.custody.models import Detention
from bluelamp.places.models import Suite
from tests.custody.desk import NOW, Desk
from tests.custody.evening import ESCORT_SAID, MINUTE, Evening


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_out_and_in(evening: Evening, desk: Desk) -> None:
    found, there = evening.held(), Suite.objects.get(key="stevenage")
    path = f"/custody/{found.pk}/transfer/"
    assert path.encode() in desk.open("custody_officer", f"/detention/{found.pk}/").content
    bare = desk.send("custody_officer", path, suite=str(there.pk))
    assert bare.context["form"].errors.keys() == {"why"}
    alone = desk.send("custody_officer", path, suite=str(there.pk), why="Heating", **{**ESCORT_SAID, "crew": "PC Ash"})
    assert b"2 go with a detained person" in alone.content
    sent = desk.send("custody_officer", path, suite=str(there.pk), why="Heating", **ESCORT_SAID)
    assert sent.status_code == 303
    assert b"Arrives at Stevenage" in desk.open("custody_officer", path).content
    came = desk.send("custody_officer", path, at=NOW + 25 * MINUTE, kept="yes", report="Quiet")
    assert came.status_code == 303
    assert Detention.objects.get().suite_id == there.pk
