"""The page that writes down what a victim asks; a review names its decision."""

from django.test import Client

from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Asked, Telling
from tests.custody.evening import TEN
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_a_complaint_and_a_review(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/ask/"
    assert at_page(care, client, path, matter="complaint", words="").context["form"].errors["words"]
    assert at_page(care, client, path, matter="complaint", words="She was rude").status_code == 303
    assert at_page(care, client, path, matter="review", words="Why?").context["form"].errors["decision"]
    care(owe_telling, hours=0, role="investigator", step="not_prosecuted", happened_at=TEN)
    decision = Telling.objects.get(step="not_prosecuted")
    assert at_page(care, client, path, matter="review", words="Why?", decision=str(decision.pk)).status_code == 303
    assert Asked.objects.get(matter="review").decision == decision
