"""The page of events: entered with what it asks for, listed with what is short, cancelled."""

import pytest
from django.test import Client

from bluelamp.duty.models import CoverEvent, CoverGap
from tests.duty.borough import DAY, MONDAY, Littleford
from tests.duty.pages.desk import Desk

WHERE = "/duty/events/"
TUESDAY = MONDAY + DAY
GIVEN = {
    "name": "Football, Meadow Park", "unit": "response", "begins": "12:00", "ends": "18:00", "least": "6", "skill": "",
    "day": TUESDAY.isoformat(),
}  # fmt: skip


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_an_event_is_entered_listed_and_cancelled(desk: Desk) -> None:
    assert "No day ahead needs more people than its week." in desk.get(WHERE)
    answer = desk.post(WHERE, **GIVEN)
    assert answer.status_code == 303, answer.content.decode()
    page = desk.get(WHERE)
    assert "Tue 5 Jan 2027, 12:00 to 18:00. Response: 6 officers in all." in page
    assert "No roster is published for that day yet" in page
    assert desk.post(WHERE, event=str(CoverEvent.objects.get().pk)).status_code == 303
    assert "No day ahead needs more people than its week." in desk.get(WHERE)
    assert desk.post(WHERE, event="7").status_code == 422


def test_what_it_leaves_short_is_named_with_the_way_to_the_gap(desk: Desk) -> None:
    desk.borough.a_published_roster()
    desk.post(WHERE, **GIVEN)
    page = desk.get(WHERE)
    gaps = CoverGap.objects.filter(closed_at=None)
    assert gaps.exists()
    assert all(f"/duty/gap/{gap.pk}/" in page for gap in gaps)


def test_a_refusal_stands_beside_its_field(desk: Desk) -> None:
    answer = desk.post(WHERE, **{**GIVEN, "least": "1"})
    assert answer.status_code == 422
    assert "The unit needs as many at that time already." in answer.content.decode()


def test_an_officer_has_no_such_page(desk: Desk) -> None:
    desk.get(WHERE, "response_officer", as_officer="104", status=403)
