"""The page that agrees how often they hear from us."""

from django.test import Client

from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_hearing_less_needs_their_words(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/agreement/"
    assert at_page(care, client, path, frequency="nothing").context["form"].errors["words"]
    assert at_page(care, client, path, frequency="weekly").status_code == 303
    assert care.now().frequency == "weekly"
