"""A gap's page: the ways with cost, rest and what they leave; one press asks; the least change of all is proved."""

from datetime import time

import pytest
from django.test import Client

from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.running_the_day import take_sick_call
from bluelamp.duty.least_change import least_change
from bluelamp.duty.mending import ways
from bluelamp.duty.models import Ask, CoverGap
from tests.duty.borough import DAY, MONDAY, Littleford
from tests.duty.pages.desk import Desk

TODAY = MONDAY + 9 * DAY
AT = local(TODAY, time(5, 40))


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    roster = littleford.a_published_roster()
    for one in littleford.on(roster, TODAY, "L"):
        take_sick_call(officer=one.officer_id, first=TODAY, last=TODAY, by=littleford.planner, at=AT)
    return Desk(littleford, client, at=AT)


@pytest.fixture
def gap(desk: Desk) -> CoverGap:
    return CoverGap.objects.get(closed_at=None, call=False, skill="")


def test_the_ways_and_one_press(desk: Desk, gap: CoverGap) -> None:
    page = desk.get(f"/duty/gap/{gap.pk}/")
    assert "Response: 0 of 1 officers" in page
    assert "Starts in 10 h 20 min" in page
    for word in ("Costs", "Rest", "Leaves"):
        assert word in page
    option = ways(gap, at=AT)[0][0].option
    officer = option.member.officer.partition(":")[2]
    sent = desk.post(f"/duty/gap/{gap.pk}/", title=option.title, officer=officer)
    ask = Ask.objects.get()
    assert sent["Location"] == f"/duty/ask/{ask.pk}/"
    assert option.title in desk.get(f"/duty/gap/{gap.pk}/")


def test_a_way_that_was_never_offered_is_refused(desk: Desk, gap: CoverGap) -> None:
    sent = desk.post(f"/duty/gap/{gap.pk}/", title="Everybody stays", officer="1")
    assert sent.status_code == 422
    assert "no longer mends the gap" in sent.content.decode()
    assert not Ask.objects.exists()


def test_the_least_change_of_all_is_worked_out_when_asked(desk: Desk, gap: CoverGap) -> None:
    page = desk.get(f"/duty/gap/{gap.pk}/?least")
    assert "The least change for the next two weeks, proved" in page
    assert "Every duty that would change" in page
    assert "would still be missing" not in page


def test_the_least_change_says_its_cost_and_is_asked_for_with_one_press(desk: Desk, gap: CoverGap) -> None:
    """It is set once the last of them agrees, and what was short is covered then."""
    found = least_change(gap, at=AT)
    assert found
    assert found.changes
    page = desk.get(f"/duty/gap/{gap.pk}/?least")
    assert all(f"{one.cost}. <small>{one.source}" in page for one in found.changes)
    assert "Ask everyone in it" in page
    sent = desk.post(f"/duty/gap/{gap.pk}/", change=[one.key for one in found.changes])
    assert (sent.status_code, sent["Location"]) == (303, f"/duty/gap/{gap.pk}/#asks")
    asks = list(Ask.objects.order_by("pk"))
    assert {one.officer_id for one in asks} == {int(one.key.split(" ")[0]) for one in found.changes}
    for one in asks:
        assert not CoverGap.objects.get(pk=gap.pk).closed_at
        desk.post(f"/duty/ask/{one.pk}/", agreed="yes")
    assert CoverGap.objects.get(pk=gap.pk).closed_at == AT
    assert {one.state for one in Ask.objects.all()} == {"applied"}


@pytest.mark.parametrize("changes", [["1 2027-01-13 - E"], ["1 soon - E"], ["x"]])
def test_a_change_that_is_none_is_refused(desk: Desk, gap: CoverGap, changes: list[str]) -> None:
    assert desk.post(f"/duty/gap/{gap.pk}/", change=changes).status_code in (422, 404)
    assert not Ask.objects.exists()


def test_a_gap_that_is_over_asks_for_nothing(desk: Desk, gap: CoverGap) -> None:
    desk.at = gap.ends
    assert "it was not mended" in desk.get(f"/duty/gap/{gap.pk}/")
    desk.get("/duty/gap/99999/", status=404)
