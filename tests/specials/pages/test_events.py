"""Events ahead, for the coordinator."""

from bluelamp.specials.actions.occasions import sign_up
from tests.specials.volunteers import NOON, Volunteers


def test_who_is_down_and_whose_place_does_not_stand(at_page, there: Volunteers):
    assert "No event is ahead" in at_page("coordinator", "/specials/events/").content.decode()
    there.accompanied()
    event = there.event()
    there.does("special", sign_up, at=NOON, occasion=event)
    page = at_page("coordinator", "/specials/events/").content.decode()
    assert "1 of 4" in page
    assert "1 need an officer or training" in page
