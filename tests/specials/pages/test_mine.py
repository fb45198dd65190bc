"""My hours: what I offered and gave, events, expenses, path, thanks; nobody else's."""

from bluelamp.specials.actions.occasions import sign_up
from tests.specials.volunteers import DAY, NOON, Volunteers


def test_without_a_record_it_says_whom_to_ask(at_page, there: Volunteers):
    assert "Ask the specials coordinator to link it" in at_page("special", "/specials/mine/").content.decode()


def test_what_i_offered_and_gave(at_page, there: Volunteers):
    there.accompanied().on_duty(NOON - 2 * DAY, 6)
    there.offered(starts=NOON - 2 * DAY, hours=4, at=NOON - 3 * DAY)
    offer = there.offered(starts=NOON + DAY, hours=3)
    page = at_page("special", "/specials/mine/").content.decode()
    assert "4 h offered, 4 h of it worked" not in page
    assert "7 h offered, 4 h of it worked. Duty 6 h." in page
    assert f"/specials/mine/hours/{offer}/" in page
    assert "Never sent alone" in page


def test_a_place_at_an_event_waits_for_an_officer(at_page, there: Volunteers):
    there.accompanied()
    event = there.event()
    assert "4 of 4 places left" in at_page("special", "/specials/mine/").content.decode()
    there.does("special", sign_up, at=NOON, occasion=event)
    assert "You are down; an officer is named soon" in at_page("special", "/specials/mine/").content.decode()


def test_what_is_owed_to_me_and_the_way_into_the_regulars(at_page, there: Volunteers):
    there.accompanied().claimed(miles=10, vehicle="car")
    page = at_page("special", "/specials/mine/").content.decode()
    assert "£4.50" in page
    assert "Decide expenses of Thu 19 Nov 2026" in page
    assert "Into the regulars" in page


def test_for_the_community_there_is_no_pathway_shown(at_page, there: Volunteers):
    there.applied(aim="community").accompanied()
    assert "Into the regulars" not in at_page("special", "/specials/mine/").content.decode()
