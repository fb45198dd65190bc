"""A restricted record as access guards it: whom to ask, and opening for a reason."""

import pytest
from django.core.cache import cache

from bluelamp.access.actions.restricting import restrict
from tests.access.conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def text(answer):
    return answer.content.decode()


def test_a_restricted_record_says_whom_to_ask_and_opens_for_a_reason(signed_in, acting):
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr")
    restrict(record="incident:41", why="The secret why", owner=kerr.officer_id, by=kerr, at=NOON)
    client = signed_in("farrant", "reviewing_inspector")
    page = text(client.get("/restricted/incident:41/"))
    assert "Ask Kerr" in page
    assert "The secret why" not in page
    assert client.post("/restricted/incident:41/", {"reason": "work"}).status_code == 422
    answer = client.post("/restricted/incident:41/", {"reason": "A complaint came in", "next": "/incidents/41/"})
    assert answer.url == "/incidents/41/"
    assert "You may see it" in text(client.get("/restricted/incident:41/"))
    assert client.get("/restricted/incident:42/").status_code == 404


def test_without_the_capability_it_only_says_whom_to_ask(signed_in, acting):
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr")
    restrict(record="incident:41", why="Why", owner=kerr.officer_id, by=kerr, at=NOON)
    client = signed_in("lowe", "response_officer")
    assert "<textarea" not in text(client.get("/restricted/incident:41/"))
    answer = client.post("/restricted/incident:41/", {"reason": "I would like to see it"})
    assert (answer.status_code, "may not do this" in text(answer)) == (422, True)
