"""The page that says that something changed: owed being asked again; what was said last stands on it."""

from django.test import Client

from bluelamp.owed.models import State
from bluelamp.victims.actions.assessing import assess_needs
from tests.victims.care import NEEDS, Care
from tests.victims.pages.page import at_page


def test_what_changed_is_said_and_they_are_owed_being_asked(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/needs/"
    care(assess_needs, hours=0.5, needs=NEEDS)
    assert "Afraid he comes back" in at_page(care, client, path).content.decode()
    silent = at_page(care, client, path, words=" ")
    assert silent.context["form"].errors["words"]
    assert care.promises("assess_needs") == [State.KEPT]
    assert at_page(care, client, path, words="She moved to her sister").status_code == 303
    assert care.promises("assess_needs") == [State.KEPT, State.OPEN]
    assert not care.now().vulnerable
    at_page(care, client, path, words="She has a learning disability", vulnerable="on")
    assert care.now().vulnerable
    assert "They are vulnerable" not in at_page(care, client, path).content.decode()
    shown = at_page(care, client, f"/victim/{care.victim.pk}/").content.decode()
    assert "She moved to her sister" in shown
    assert "Care at the end of the call" in shown
