"""The page of a referral asks for the answer, then for who reached them."""

from django.test import Client

from bluelamp.owed.models import State
from bluelamp.victims.actions.referring import refer
from bluelamp.victims.models import Referral
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_answer_then_reached(care: Care, client: Client) -> None:
    care(refer, hours=0, service="Beacon", agreed=True, words="Yes")
    path = f"/victims/referral/{Referral.objects.get().pk}/"
    assert b"They take it on" in at_page(care, client, path).content
    assert at_page(care, client, path, answer="accepted").status_code == 303
    assert at_page(care, client, path, words=" ").context["form"].errors["words"]
    assert at_page(care, client, path, words="P. Lind rang her").status_code == 303
    assert care.promises("follow_referral") == [State.KEPT, State.KEPT]
