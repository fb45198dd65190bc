"""Property on its own page, and the bags that are sealed."""

import pytest
from django.test import Client

from bluelamp.custody.models import Item, Seal
from tests.custody.desk import Desk
from tests.custody.evening import Evening


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_money_is_counted_to_the_penny_and_the_bag_is_shown(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/belongings/"
    given = {"property": "kept", "things": "Phone, Keys", "pounds": "19.99", "seal": "4471", "medicines": "Inhaler"}
    assert desk.send("detention_officer", path, **given).status_code == 303
    assert Item.objects.get(kind="money").pence == 1999
    page = desk.open("detention_officer", path).content.decode()
    assert "Phone, Keys, Inhaler, £19.99 counted" in page
    assert "Open seal 4471" in page
    again = desk.send("detention_officer", path, **given)
    assert "each number is used once" in str(again.context["form"].errors["seal"])


def test_neither_kept_nor_nothing_is_refused(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/belongings/"
    assert "property" in desk.send("detention_officer", path).context["form"].errors
    assert desk.send("detention_officer", path, property="nothing").status_code == 303
    assert not Seal.objects.exists()
