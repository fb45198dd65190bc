"""The page on which the care of a victim is taken over, or given to a colleague who may tell victims."""

from django.test import Client

from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_taken_over_and_given_on(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/cares/"
    assert "Response Officer" in at_page(care, client, path).content.decode()
    assert at_page(care, client, path, colleague="").status_code == 303
    assert care.now().cares == care.evening.officer("victim_care_officer")
    again = at_page(care, client, path, colleague="")
    assert "looks after them already" in again.content.decode()
    detention = care.evening.officer("detention_officer")
    unfit = at_page(care, client, path, colleague=detention.user_name)
    assert unfit.status_code == 422
    assert "may not tell victims" in unfit.content.decode()
    assert at_page(care, client, path, colleague="nobody").context["form"].errors["colleague"]
    officer = care.evening.officer("response_officer")
    assert at_page(care, client, path, colleague=officer.user_name).status_code == 303
    assert care.now().cares == officer
    assert "Now: PC Response Officer." in at_page(care, client, path).content.decode()
    shown = at_page(care, client, f"/victim/{care.victim.pk}/").content.decode()
    assert "Response Officer" in shown
