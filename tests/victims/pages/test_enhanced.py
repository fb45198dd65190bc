"""The page that switches enhanced rights: off only by a supervisor, asked for by somebody who signs in here."""

from django.test import Client

from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_off_by_a_supervisor_only(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/rights/"
    asker = care.evening.officer("victim_care_officer")
    asker.user_name = "sutter"
    asker.save(update_fields=["user_name"])
    given = {"why": "Recorded by mistake", "asked_by": "sutter"}
    refused = at_page(care, client, path, **given)
    assert refused.status_code == 422
    assert "may not do this" in refused.content.decode()
    nobody = at_page(care, client, path, "reviewing_inspector", why="No", asked_by="nobody")
    assert nobody.context["form"].errors["asked_by"]
    assert at_page(care, client, path, "reviewing_inspector", **given).status_code == 303
    assert not care.now().enhanced
    assert at_page(care, client, path, why="He came to her work").status_code == 303
    assert care.now().enhanced
