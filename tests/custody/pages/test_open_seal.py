"""Opening a seal: a new number, or everything back; a bag of another record is not found."""

import pytest
from django.test import Client

from bluelamp.custody.actions.property import Taken, take_property
from bluelamp.custody.models import Item, Seal
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening, done


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_the_rest_is_sealed_again(evening: Evening, desk: Desk) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(take_property, TEN + HOUR, by=by, detention=found.pk, taken=Taken(things=("Phone", "Keys")), seal="4471")
    path, keys = f"/custody/{found.pk}/belongings/{Seal.objects.get().pk}/", Item.objects.get(words="Keys").pk
    assert b"Keys" in desk.open("detention_officer", path).content
    bare = desk.send("detention_officer", path, why="His sister", returned=[keys])
    assert "new seal" in str(bare.context["form"].errors["new_seal"])
    assert desk.send("detention_officer", path, why="His sister", returned=[keys], new_seal="4480").status_code == 303
    twice = desk.send("detention_officer", path, why="Mine", new_seal="4490")
    assert b"was opened meanwhile" in twice.content


def test_a_bag_of_another_record_is_not_found(evening: Evening, desk: Desk) -> None:
    found, other = evening.held(), evening.held(person=evening.person("Jay", "Kemble"))
    by = evening.acting("custody_officer")
    done(take_property, TEN + HOUR, by=by, detention=found.pk, taken=Taken(things=("Phone",)), seal="4471")
    path = f"/custody/{other.pk}/belongings/{Seal.objects.get().pk}/"
    assert desk.open("custody_officer", path).status_code == 404
