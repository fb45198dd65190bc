"""Rights told later: the newest of each, what to remind of, and a late time with its reason."""

import pytest
from django.test import Client

from bluelamp.custody.models import RightTold
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_an_answer_is_kept_and_shown_with_the_reminder(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/rights/"
    given = {"right": "legal_advice", "response": "not_now", "words": "Not until morning"}
    assert desk.send("detention_officer", path, **given).status_code == 303
    page = desk.open("detention_officer", path).content.decode()
    assert "not now: Not until morning." in page
    assert "Rights to tell: someone told of the arrest, to read the Codes" in page


def test_a_late_time_needs_its_reason_at_its_field(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/rights/"
    given = {"right": "codes", "response": "wanted", "told_at_0": "2026-11-20", "told_at_1": "23:20"}
    sent = desk.send("custody_officer", path, **given)
    assert sent.context["form"].errors["reason_late"]
    assert desk.send("custody_officer", path, **given, reason_late="A fight").status_code == 303
    assert RightTold.objects.count() == 1


def test_no_words_are_refused_at_the_words(evening: Evening, desk: Desk) -> None:
    sent = desk.send("custody_officer", f"/custody/{evening.held().pk}/rights/", right="codes", response="not_now")
    assert "own words" in str(sent.context["form"].errors["words"])
