"""Who looked at and changed what, and that the search itself is written down."""

import pytest
from django.core.cache import cache

from bluelamp.access.actions.restricting import restrict
from bluelamp.ledger.queries import timeline
from tests.access.conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def text(answer):
    return answer.content.decode()


def test_an_auditor_sees_who_did_what_and_the_search_is_written_down(signed_in, acting, an_officer):
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr")
    restrict(record="incident:41", why="Family", owner=kerr.officer_id, by=kerr, at=NOON)
    client = signed_in("lindqvist", "auditor")
    by_record = text(client.get("/who-looked/?record=incident:41"))
    assert "Restricted: Family" in by_record
    assert "Kerr" in by_record
    assert "Restricted: Family" in text(client.get("/who-looked/?officer=kerr"))
    assert "Nothing is written" in text(client.get("/who-looked/?officer=nobody"))
    assert client.get("/who-looked/?record=drop table").status_code == 422
    number = client.session["_auth_user_id"]
    assert timeline(f"officer:{number}")[0].sentence.startswith("Looked at incident 41")
