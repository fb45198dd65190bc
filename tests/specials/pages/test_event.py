"""One event: places that stand and those that do not, and cancelling."""

from bluelamp.specials.actions.occasions import sign_up
from tests.specials.volunteers import NOON, Volunteers


def test_a_place_that_does_not_stand_says_why(at_page, there: Volunteers):
    there.accompanied()
    event = there.event()
    there.does("special", sign_up, at=NOON, occasion=event)
    page = at_page("coordinator", f"/specials/events/{event}/").content.decode()
    assert "may go only with a named experienced officer on the same deployment" in page
    assert f"/specials/events/{event}/pair/{there.pk}/" in page


def test_cancelled_it_is_gone_from_everybodys_page(at_page, there: Volunteers):
    there.accompanied()
    event = there.event()
    assert "Lights switched on" in at_page("special", "/specials/mine/").content.decode()
    assert at_page("coordinator", f"/specials/events/{event}/", send=True).status_code == 303
    assert "Lights switched on" not in at_page("special", "/specials/mine/").content.decode()
    assert at_page("coordinator", f"/specials/events/{event}/").status_code == 404
