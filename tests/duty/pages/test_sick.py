"""A sick call on its page: by collar number or name; what it breaks is the next page."""

from datetime import time

import pytest
from django.test import Client

from bluelamp.deadlines.instants import local
from bluelamp.duty.models import Absence, CoverGap, PlannedDuty
from tests.duty.borough import DAY, MONDAY, Littleford
from tests.duty.pages.desk import Desk

TODAY = MONDAY + 9 * DAY
DAYS = {"first": TODAY.isoformat(), "last": TODAY.isoformat()}


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    littleford.a_published_roster()
    return Desk(littleford, client, at=local(TODAY, time(5, 40)))


@pytest.mark.parametrize("said", ["104", "D. Dunn", "dunn"])
def test_by_collar_number_or_name(desk: Desk, said: str) -> None:
    assert "never what ails them" in desk.get("/duty/sick/", "dispatcher")
    assert desk.post("/duty/sick/", "dispatcher", collar=said, **DAYS).status_code == 303
    assert Absence.objects.get().officer == desk.borough.officer("104")


@pytest.mark.parametrize(("said", "words"), [("999", "Nobody on the establishment"), (". ", "More than one")])
def test_who_is_not_known_is_refused_and_nothing_typed_is_lost(desk: Desk, said: str, words: str) -> None:
    sent = desk.post("/duty/sick/", collar=said, **DAYS)
    assert sent.status_code == 422
    assert words in str(sent.context["form"].errors["collar"])
    assert TODAY.isoformat() in sent.content.decode()
    assert not Absence.objects.exists()


def test_what_it_breaks_is_the_next_page(desk: Desk) -> None:
    for one in PlannedDuty.objects.filter(day=TODAY, shift="L"):
        sent = desk.post("/duty/sick/", collar=one.officer.collar_number, **DAYS)
    gap = CoverGap.objects.order_by("pk").filter(closed_at=None).first()
    assert gap
    assert sent["Location"] == f"/duty/gap/{gap.pk}/"


def test_an_officer_takes_no_sick_call(desk: Desk) -> None:
    desk.get("/duty/sick/", "response_officer", as_officer="104", status=403)
