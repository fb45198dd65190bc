"""Who answers for them, by page: handed over, brought back with the report, shown on the record."""

import pytest
from django.test import Client

from bluelamp.custody.models import CustodyOf
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, Evening


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_handed_over_and_brought_back(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/custody-of/"
    nobody = desk.send("custody_officer", path, officer="9999", why="Interview")
    assert b"Nobody here has this collar number" in nobody.content
    taker = evening.officer("investigator")
    assert desk.send("custody_officer", path, officer=taker.user_name, why="Samples").status_code == 303
    assert str(taker) in desk.open("custody_officer", f"/detention/{found.pk}/").content.decode()
    assert b"PACE s.39(3)" in desk.open("custody_officer", path).content
    back = desk.send("custody_officer", path, at=NOW + HOUR, kept="yes", report="Code D kept")
    assert back.status_code == 303
    assert CustodyOf.objects.get(kind="interviewer").report == "Code D kept"
    assert b"Code D kept" in desk.open("custody_officer", path, at=NOW + HOUR).content
