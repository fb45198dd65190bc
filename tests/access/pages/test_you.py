"""Your own page: what you may do, in words, and who opened your restricted records."""

import pytest
from django.core.cache import cache

from bluelamp.access.actions.opening import open_restricted
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.access.queries import openings_to_read
from tests.access.conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def text(answer):
    return answer.content.decode()


def test_your_page_says_in_words_what_you_may_do(signed_in):
    page = text(signed_in("quill", "administrator").get("/you/"))
    assert "Administrator" in page
    assert "Enrol officers, grant and withdraw their roles" in page
    assert "Passkeys" in page


def test_the_owner_reads_on_their_page_who_opened_a_restricted_record(signed_in, acting):
    client = signed_in("kerr", "domestic_abuse_specialist")
    kerr = Officer.objects.get(user_name="kerr")
    restrict(record="incident:41", why="Family", owner=kerr.pk, by=acting_as(kerr), at=NOON)
    farrant = acting("farrant", "reviewing_inspector")
    open_restricted(record="incident:41", reason="A complaint came in", by=farrant, at=NOON)
    page = text(client.get("/you/"))
    assert "opened by Farrant" in page
    assert "A complaint came in" in page
    assert "/you/openings/" in page
    restrict(record="incident:42", why="Family", owner=farrant.number, by=farrant, at=NOON)
    open_restricted(record="incident:42", reason="It is my own record", by=farrant, at=NOON)
    assert not openings_to_read(farrant), "nobody is told of what they opened themselves"
