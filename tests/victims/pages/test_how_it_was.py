"""Asking how it was, by whoever may invite; before the time has come the page says so."""

from django.test import Client

from bluelamp.victims.models import Survey
from tests.victims.care import Care
from tests.victims.pages.page import at_page

HERE = {"link_way": "in_person", "code_way": "in_person", "language": "en", "apart": "on"}


def test_too_early_it_says_so_and_asks_nothing(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/how-it-was/"
    page = at_page(care, client, path).content.decode()
    assert "nothing to ask about now" in page
    assert "Make link and code" not in page
    assert at_page(care, client, path, **HERE).status_code == 422
    assert not Survey.objects.exists()


def test_after_two_weeks_link_and_code_are_shown(care: Care, client: Client) -> None:
    type(care.victim).objects.update(recorded_at=care.victim.recorded_at.replace(day=1))
    path = f"/victims/{care.victim.pk}/how-it-was/"
    assert "Make link and code" in at_page(care, client, path).content.decode()
    answer = at_page(care, client, path, **HERE)
    assert "Say this code now" in answer.content.decode()
    assert Survey.objects.get().stage == "report"


def test_not_for_every_role(care: Care, client: Client) -> None:
    assert at_page(care, client, f"/victims/{care.victim.pk}/how-it-was/", "custody_officer").status_code == 403
