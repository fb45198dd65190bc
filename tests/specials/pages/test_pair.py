"""Naming the officer with whom a special goes."""

from bluelamp.specials.actions.occasions import sign_up
from bluelamp.specials.models import SignUp
from tests.specials.volunteers import NOON, Volunteers


def test_a_named_experienced_officer_makes_the_place_stand(at_page, there: Volunteers):
    there.accompanied()
    event = there.event()
    path = f"/specials/events/{event}/pair/{there.pk}/"
    assert at_page("coordinator", path).status_code == 404
    there.does("special", sign_up, at=NOON, occasion=event)
    page = at_page("coordinator", path).content.decode()
    assert f'value="{there.officer("tutor").pk}" selected' in page
    assert "Coordinator" not in page.partition("<select")[2].partition("</select>")[0]
    staff = at_page("coordinator", path, beside=there.officer("coordinator").pk)
    assert staff.status_code == 422
    assert at_page("coordinator", path, beside=there.officer("tutor").pk).status_code == 303
    assert SignUp.objects.get().beside == there.officer("tutor")
    assert "goes with PC Tutor" in at_page("coordinator", f"/specials/events/{event}/").content.decode()
    assert "You are down for it" in at_page("special", "/specials/mine/").content.decode()
