"""The page that answers what a victim asked."""

from django.test import Client

from bluelamp.owed.models import State
from bluelamp.victims.actions.asking import ask
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_answered_in_writing_and_still_owed(care: Care, client: Client) -> None:
    path = f"/victims/asked/{care(ask, hours=0, matter='expenses', words='Two trains')}/"
    assert at_page(care, client, path, words="Paid today").context["form"].errors["outcome"]
    assert at_page(care, client, path, outcome="paid", words="Paid today").status_code == 303
    assert care.promises("tell_expenses_paid") == [State.OPEN]
    assert "Paid today" in at_page(care, client, f"/victim/{care.victim.pk}/").content.decode()
