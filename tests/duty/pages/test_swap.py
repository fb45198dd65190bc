"""Offering a swap: each colleague's duty says whether the rules allow it before it is chosen."""

from collections.abc import Iterator

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.duty.models import PlannedDuty, Roster, Swap
from tests.duty.actions.test_swapping import a_pair
from tests.duty.borough import NOW, Littleford
from tests.duty.signing_in import browser_of


@pytest.fixture
def roster(littleford: Littleford) -> Roster:
    return littleford.a_published_roster()


@pytest.fixture
def dunn(littleford: Littleford) -> Iterator[Client]:
    client = browser_of(littleford, "104")
    with clock.set_to(NOW):
        yield client


def test_what_is_allowed_can_be_chosen_and_the_rest_says_why_not(
    littleford: Littleford, roster: Roster, dunn: Client
) -> None:
    own, other = a_pair(roster)
    path = f"/duty/swap/{own.day.isoformat()}/?of={own.pk}&on={other.day.isoformat()}"
    page = dunn.get(path)
    form = page.context["form"]
    offered = {int(value) for value, _ in form.fields["takes"].choices}
    refused = page.context["may_not"]
    assert other.pk in offered
    there = PlannedDuty.objects.filter(roster=roster, day=other.day, kind=own.kind).exclude(officer=own.officer_id)
    assert offered | {one.duty.pk for one in refused} == set(there.values_list("pk", flat=True))
    assert all(one.verdict.words and one.verdict.source for one in refused)
    sent = dunn.post(path, {"takes": other.pk})
    assert (sent.status_code, sent["Location"]) == (303, "/duty/mine/")
    assert Swap.objects.get().takes == other.day
    again = dunn.post(path, {"takes": other.pk})
    assert again.status_code == 422
    assert b"You offered this swap already" in again.content


def test_a_refused_duty_is_no_choice(littleford: Littleford, roster: Roster, dunn: Client) -> None:
    own, _ = a_pair(roster)
    path = f"/duty/swap/{own.day.isoformat()}/?of={own.pk}"
    for day in (one for one, _ in dunn.get(path).context["days_form"].fields["on"].choices):
        page = dunn.get(f"{path}&on={day}")
        if page.context["may_not"] and page.context["may"]:
            refused = page.context["may_not"][0]
            sent = dunn.post(f"{path}&on={day}", {"takes": refused.duty.pk})
            assert (sent.status_code, Swap.objects.count()) == (422, 0)
            return
    pytest.fail("No day has both.")


def test_days_on_which_one_works_already_are_not_offered(littleford: Littleford, roster: Roster, dunn: Client) -> None:
    own, _ = a_pair(roster)
    days = [one for one, _ in dunn.get(f"/duty/swap/{own.day.isoformat()}/").context["days_form"].fields["on"].choices]
    busy = set(roster.duties.filter(officer=own.officer_id, kind="duty").values_list("day", flat=True)) - {own.day}
    assert own.day.isoformat() in days
    assert not {day.isoformat() for day in busy} & set(days)


def test_a_day_without_a_duty_says_so_and_a_wrong_one_is_not_found(dunn: Client) -> None:
    assert b"You have no duty on" in dunn.get("/duty/swap/2027-01-04/").content
    assert dunn.get("/duty/swap/someday/").status_code == 404
    assert dunn.post("/duty/swap/2027-01-04/", {"takes": "1"}).status_code == 422
