"""The page on which a special hands over: who is on duty and regular, and what stands in the way of booking off."""

from collections.abc import Iterator
from datetime import time

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.tours import book_on
from bluelamp.duty.models import FollowUp, Post
from tests.duty.borough import DAY, MONDAY, NOW, SETTING_UP, Littleford
from tests.duty.signing_in import browser_of


@pytest.fixture
def dunn(littleford: Littleford) -> Iterator[Client]:
    """PC 104 as a special, on duty with 105 (regular) and 106 (a special); 107 is not on duty."""
    Post.objects.filter(officer__collar_number__in=("104", "106")).update(is_special=True)
    for collar in ("104", "105", "106"):
        officer = littleford.officer(collar)
        book_on(officer=officer.pk, team=officer.post.team_id, until=NOW + DAY / 3, by=SETTING_UP, at=NOW)
    client = browser_of(littleford, "104")
    with clock.set_to(NOW):
        yield client


@pytest.fixture
def held(littleford: Littleford, dunn: Client) -> FollowUp:
    return FollowUp.objects.create(
        officer=littleford.officer("104"), record="arrest:7", what="The arrest for theft", begun_at=NOW
    )


def test_booking_off_is_refused_until_it_is_handed_over(littleford: Littleford, dunn: Client, held: FollowUp) -> None:
    path = f"/duty/hand-over/{held.pk}/"
    page = dunn.get("/duty/mine/").content.decode()
    assert path in page
    refused = dunn.post("/duty/mine/", {"what": "off"})
    assert (refused.status_code, b"Hand over before you go off duty" in refused.content) == (422, True)
    form = dunn.get(path).context["form"]
    assert [name for pk, name in form.fields["to"].choices if pk] == ["PC 105 E. Ely"]
    assert b"Choose who goes on with it." in dunn.post(path, {"way": "over", "words": "All"}).content
    given = {"way": "over", "to": littleford.officer("105").pk, "words": "Exhibits booked in"}
    assert dunn.post(path, given).status_code == 303
    assert dunn.post("/duty/mine/", {"what": "off"}).status_code == 303
    assert dunn.get(path).status_code == 404
    assert browser_of(littleford, "105").get(path).status_code == 200


def test_the_day_lists_it_and_the_desk_may_hand_it_over(littleford: Littleford, dunn: Client, held: FollowUp) -> None:
    littleford.a_published_roster()
    with clock.set_to(NOW):
        desk = littleford.signed_in(Client(), "duty_planner")
        path = f"/duty/hand-over/{held.pk}/"
        assert b"The arrest for theft" in desk.get(path).content
        given = {"way": "over", "to": littleford.officer("105").pk, "words": "Taken ill"}
        sent = desk.post(path, given)
        assert (sent.status_code, sent["Location"]) == (303, "/duty/")
    with clock.set_to(local(MONDAY, time(12))):
        FollowUp.objects.update(waits=True)
        assert b"E. Ely: The arrest for theft" in littleford.signed_in(Client(), "duty_planner").get("/duty/").content


def test_nothing_left_is_a_way_too(dunn: Client, held: FollowUp) -> None:
    assert dunn.post(f"/duty/hand-over/{held.pk}/", {"way": "done", "words": "De-arrested"}).status_code == 303
    assert FollowUp.objects.get().done_at == NOW
