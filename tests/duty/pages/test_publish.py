"""Publishing from its page: what is in the way is named, and the one press that freezes it."""

from datetime import timedelta

import pytest
from django.test import Client

from bluelamp.duty.models import PlannedDuty
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_a_sound_roster_is_published_by_one_press(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    path = f"/duty/rosters/{roster.pk}/publish/"
    assert "Every minute is covered and no hard rule is broken." in desk.get(path)
    assert desk.post(path, version=roster.version).status_code == 303
    roster.refresh_from_db()
    assert roster.state == "published"
    assert "Published" in desk.get(f"/duty/rosters/{roster.pk}/")


def test_what_is_in_the_way_is_named_and_the_button_is_refused(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    PlannedDuty.objects.filter(roster=roster, day=MONDAY + 9 * DAY, kind="on_call").delete()
    path = f"/duty/rosters/{roster.pk}/publish/"
    page = desk.get(path)
    assert "0 of 1 officers on call" in page
    assert "Put right what is in the way" in page
    sent = desk.post(path, version=roster.version)
    assert sent.status_code == 422
    assert "0 of 1 officers on call" in str(sent.context["form"].errors)


def test_the_reason_is_asked_for_only_where_it_is_late(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    path = f"/duty/rosters/{roster.pk}/publish/"
    assert "Why it is published all the same" not in desk.get(path)
    desk.at = NOW + timedelta(days=30)
    assert "Why it is published all the same" in desk.get(path)
    assert desk.post(path, version=roster.version).status_code == 422
    assert desk.post(path, version=roster.version, why="Agreed with the branch board").status_code == 303


def test_a_long_list_says_that_it_is_not_the_whole(desk: Desk) -> None:
    path = f"/duty/rosters/{desk.borough.a_draft().pk}/publish/"
    assert "Listed are the first 50 gaps" in desk.get(path)
    made = desk.borough.a_made_draft()
    PlannedDuty.objects.filter(roster=made, day=MONDAY + 9 * DAY, kind="on_call").delete()
    assert "Listed are the first 50 gaps" not in desk.get(f"/duty/rosters/{made.pk}/publish/")
