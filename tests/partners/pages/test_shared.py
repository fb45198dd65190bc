"""What a partner sees: the agreed fields of one share, and nothing else."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.partners.actions import sharing
from tests.partners.bodies import GIVEN, HOUR, NOON, Bodies
from tests.partners.outsiders import is_nothing, opened


def test_the_agreed_fields_and_who_shared_them(there: Bodies, outsider):
    opened(there, outsider, follow="reached")
    answer = outsider.get("/shared/")
    body = answer.content.decode()
    assert all(words in body for words in GIVEN.values())
    assert "Please answer" in body
    assert "victim:7" not in body
    assert "person" not in body.split('id="fields"')[1].split('id="may"')[0].lower()
    assert "no-store" in answer["Cache-Control"]
    assert "<title>Shared page</title>" in body
    assert "<script" not in body


def test_without_the_visit_there_is_nothing(there: Bodies, outsider):
    made = opened(there, outsider)
    assert is_nothing(Client().get("/shared/"))
    stranger = Client()
    stranger.cookies["shared_page"] = "guessed"
    assert is_nothing(stranger.get("/shared/"))
    with clock.set_to(NOON + HOUR + HOUR / 2):
        assert is_nothing(outsider.get("/shared/")), "half an hour is over"
    sharing.take_back(share=made.pk, words="Wrong person", by=there.by, at=NOON + HOUR)
    assert is_nothing(outsider.get("/shared/"))


@pytest.mark.parametrize("path", ["/partners/", "/partners/share/1/", "/victim/7/", "/person/12/"])
def test_the_visit_opens_no_page_of_ours(there: Bodies, outsider, path):
    opened(there, outsider)
    answer = outsider.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
