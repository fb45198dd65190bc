"""The page on which it is decided whether a speaker who became a suspect goes on; and where that is shown."""

from django.test import Client

from tests.custody.evening import HOUR, TEN
from tests.victims.actions.test_conflicts import spoken_for
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_it_is_offered_shown_and_decided(care: Care, client: Client) -> None:
    thread, path = f"/victim/{care.victim.pk}/", f"/victims/{care.victim.pk}/speaker/decide/"
    uncle = spoken_for(care)
    assert path not in at_page(care, client, thread).content.decode()
    care.evening.arrest(incident=care.incident, person=uncle, at=TEN + HOUR)
    shown = at_page(care, client, thread).content.decode()
    assert path in shown
    assert "Mind first" in shown
    assert "Paul Marlow, her uncle speaks for them and is a suspect here now." in shown
    incident = at_page(care, client, f"/incident/{care.incident.pk}/", role="response_officer").content.decode()
    assert "Paul Marlow, her uncle speaks for them and is a suspect here now." in incident, "to the officer in the case"
    assert b"Nothing is told through them" in at_page(care, client, path).content
    alone = at_page(care, client, path, stays="yes", why="She asks")
    assert alone.context["form"].errors.keys() == {"stays"}
    assert at_page(care, client, path, stays="no", why="Her aunt will").status_code == 303
    assert "Mind first" not in at_page(care, client, thread).content.decode()
    assert b"not in doubt" in at_page(care, client, path).content
