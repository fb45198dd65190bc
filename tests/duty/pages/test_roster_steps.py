"""The one-press steps on a roster, and what is said where one is refused."""

import pytest
from django.test import Client

from bluelamp.duty.models import Roster, Search
from tests.duty.borough import Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_search_stop_copy_drop(desk: Desk) -> None:
    roster = desk.borough.a_draft()
    base = f"/duty/rosters/{roster.pk}/do"
    assert desk.post(f"{base}/search/").status_code == 303
    assert Search.objects.get().state == "waiting"
    again = desk.post(f"{base}/search/")
    assert again.status_code == 422
    assert "is running" in again.content.decode()
    assert desk.post(f"{base}/stop/").status_code == 303
    copied = desk.post(f"{base}/copy/")
    assert copied["Location"] == f"/duty/rosters/{Roster.objects.latest('pk').pk}/"
    assert desk.post(f"{base}/drop/").status_code == 303
    roster.refresh_from_db()
    assert roster.state == "dropped"


def test_only_by_a_form_and_only_by_a_planner(desk: Desk) -> None:
    roster = desk.borough.a_draft()
    desk.get(f"/duty/rosters/{roster.pk}/do/search/", status=405)
    assert desk.post(f"/duty/rosters/{roster.pk}/do/search/", "response_officer", as_officer="104").status_code == 403
