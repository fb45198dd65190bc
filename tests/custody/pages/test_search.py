"""A search written on its page: the rule's refusals stand beside their fields."""

import pytest
from django.test import Client

from bluelamp.custody.models import Search
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR
PLAIN = {"level": "ordinary", "reasons": "What could hurt", "searcher_sex": "male"}


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_ordinary_then_strip_on_a_sergeants_authority(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/search/"
    assert desk.send("detention_officer", path, **PLAIN).status_code == 303
    alone = desk.send("detention_officer", path, **{**PLAIN, "level": "strip", "present": 2})
    assert "needs a sergeant or above" in str(alone.context["form"].errors["authority"])
    sergeant = evening.officer("custody_officer").pk
    sent = desk.send("detention_officer", path, **{**PLAIN, "level": "strip", "present": 2, "authority": sergeant})
    assert sent.status_code == 303
    assert Search.objects.get(level="strip").authority_id == sergeant


def test_a_child_is_said_and_needs_the_adult(evening: Evening, desk: Desk) -> None:
    found = evening.held(appears_under_18=True)
    path = f"/custody/{found.pk}/search/"
    assert b"treated as a child" in desk.open("custody_officer", path).content
    inspector = evening.officer("reviewing_inspector").pk
    given = {**PLAIN, "level": "strip", "present": 2, "authority": inspector}
    sent = desk.send("custody_officer", path, **given)
    assert "appropriate adult" in str(sent.context["form"].errors["adult_there"])
    assert desk.send("custody_officer", path, **given, adult_there="yes").status_code == 303
