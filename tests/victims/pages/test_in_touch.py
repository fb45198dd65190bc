"""The page for being in touch with nothing new: only by a safe way."""

from django.test import Client

from bluelamp.owed.models import State
from bluelamp.victims.actions.agreeing import agree_frequency
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_only_a_safe_way_keeps_what_was_agreed(care: Care, client: Client) -> None:
    care(agree_frequency, hours=0, frequency="weekly")
    path = f"/victims/{care.victim.pk}/in-touch/"
    assert at_page(care, client, path, way="phone").context["form"].errors["way"]
    assert at_page(care, client, path, way="text", words="Nothing new").status_code == 303
    assert care.promises("agreed_contact") == [State.KEPT, State.OPEN]
