"""Two in a cell by page: who has a cell to themselves is offered; an inspector signs; refusals in words."""

from django.test import Client

from bluelamp.access.models import Restriction
from bluelamp.custody.models import JointAssessment
from tests.custody.actions.test_closing import detained, now_in
from tests.custody.desk import Desk
from tests.custody.evening import TEN, Evening


def test_an_inspector_authorises_and_both_stand_in_one_cell(evening: Evening, client: Client) -> None:
    desk = Desk(evening, client)
    host, guest = detained(evening, "Al", "M1", level=1), detained(evening, "Bo", "M2", level=1)
    path = f"/custody/{guest.pk}/share/"
    assert b"M1, T Al, Al Held" in desk.open("reviewing_inspector", path).content
    given = {"host": host.pk, "assessment": "Brothers; both asked for it"}
    sergeant = desk.send("custody_officer", path, **given)
    assert sergeant.status_code == 422
    assert b"needs an inspector or above" in sergeant.content
    assert desk.send("reviewing_inspector", path, **given).status_code == 303
    assert (now_in(host), now_in(guest)) == ("M1", "M1")
    assert JointAssessment.objects.get().words == "Brothers; both asked for it"


def test_a_restricted_person_is_not_offered_and_nobody_who_is_alone_is(evening: Evening, client: Client) -> None:
    desk = Desk(evening, client)
    hidden, guest = detained(evening, "Zadie", "M1", level=1), detained(evening, "Bo", "M2", level=1)
    Restriction.objects.create(record=hidden.person.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    text = desk.open("reviewing_inspector", f"/custody/{guest.pk}/share/").content
    assert b"Zadie" not in text
    sent = desk.send("reviewing_inspector", f"/custody/{guest.pk}/share/", host=hidden.pk, assessment="x")
    assert sent.status_code == 422
    assert not JointAssessment.objects.exists()
