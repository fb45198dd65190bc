"""The list of rosters, and a draft begun from it."""

import pytest
from django.test import Client

from bluelamp.duty.models import Roster
from tests.duty.borough import MONDAY, Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_a_draft_is_begun_and_bad_dates_are_refused_beside_the_field(desk: Desk) -> None:
    assert "No roster is published yet." in desk.get("/duty/rosters/")
    wrong = desk.post("/duty/rosters/", begins="2027-01-05", weeks="16")
    assert wrong.status_code == 422
    assert "begins on a Monday" in str(wrong.context["form"].errors["begins"])
    assert desk.post("/duty/rosters/", begins="2027-01-04", weeks="12").status_code == 422
    made = desk.post("/duty/rosters/", begins=MONDAY.isoformat(), weeks="16")
    roster = Roster.objects.get()
    assert (made.status_code, made["Location"]) == (303, f"/duty/rosters/{roster.pk}/")
    assert "Mon 4 Jan 2027 to Sun 25 Apr 2027" in desk.get("/duty/rosters/")


def test_the_next_draft_begins_where_the_published_one_ends(desk: Desk) -> None:
    roster = desk.borough.a_published_roster()
    page = desk.get("/duty/rosters/")
    assert f'value="{roster.ends.isoformat()}"' in page
    assert roster.frozen_hash[:8] in page
