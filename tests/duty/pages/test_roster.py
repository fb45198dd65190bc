"""One roster's page: the week's cover and gaps, each unit's points and bound, the search, what a planner may do."""

import pytest
from django.test import Client

from bluelamp.duty.actions.planning import ask_search
from bluelamp.duty.models import PlannedDuty, Search
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_a_draft_made_by_the_search_is_covered_and_proved(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    page = desk.get(f"/duty/rosters/{roster.pk}/")
    assert "Every minute of this week is covered and no rule is broken in it." in page
    assert "none: proved, block by block" in page
    assert "Publish" in page


def test_a_gap_is_in_the_picture_the_table_and_the_words(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    PlannedDuty.objects.filter(roster=roster, day=MONDAY + 9 * DAY, kind="duty").delete()
    page = desk.get(f"/duty/rosters/{roster.pk}/?week=2027-01-11")
    assert 'class="gap"' in page
    assert "Gap: Response, Wed 13 Jan 2027, 07:00 to 24:00, 0 of 1 officers." in page
    assert "0 of 1 response drivers" in page
    assert "Every minute" not in desk.get(f"/duty/rosters/{roster.pk}/?week=2027-01-11")
    assert "Every minute" in desk.get(f"/duty/rosters/{roster.pk}/?week=2027-01-04")


def test_a_running_search_shows_how_far_it_is_and_what_cannot_be_met(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    ask_search(roster=roster.pk, seconds=10, by=desk.borough.planner, at=NOW)
    page = desk.get(f"/duty/rosters/{roster.pk}/")
    assert "Stop the search" in page
    assert "it goes on if you leave this page" in page
    ways = [{"words": "Ask PS 101 to give back leave", "cost": "Up to 3 days asked back", "source": "Annex O"}]
    Search.objects.update(
        state="done",
        conflicts=[
            {"unit": "Response", "sentence": "These two leave grants and one need cannot all hold.", "needs": [],
             "leave": ["PS 101 Ash"], "irreducible": True, "ways": ways, "seconds": 1.0}
        ],
    )  # fmt: skip
    page = desk.get(f"/duty/rosters/{roster.pk}/")
    assert "These two leave grants and one need cannot all hold." in page
    assert "With any one of these left out, the others can hold." in page
    assert "Ask PS 101 to give back leave" in page


def test_an_officer_may_look_and_nothing_more(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    page = desk.get(f"/duty/rosters/{roster.pk}/", "response_officer", as_officer="104")
    assert "Search for a roster" not in page
    assert "Duty planners change it." in page


def test_there_is_no_such_roster(desk: Desk) -> None:
    desk.get("/duty/rosters/99999/", status=404)


@pytest.mark.django_db
def test_few_statements(desk: Desk, django_assert_max_num_queries: object) -> None:
    roster = desk.borough.a_published_roster()
    desk.get(f"/duty/rosters/{roster.pk}/")
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        desk.get(f"/duty/rosters/{roster.pk}/")
