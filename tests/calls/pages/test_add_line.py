"""A line in the log, kept word for word; one of the past says why it comes late."""

from datetime import timedelta

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.deadlines.instants import as_local
from bluelamp.ledger.queries import timeline
from tests.street import MINUTE, an_incident, an_officer, who

pytestmark = pytest.mark.django_db
WORDS = "Zażółć 🚔  two  spaces, ‮right to left"


@pytest.fixture
def winter(client: Client) -> Client:
    client.force_login(an_officer("winter"))
    return client


def test_the_words_stand_as_they_were_typed_and_can_be_put_right(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - 5 * MINUTE)
    sent = winter.post(f"/calls/incident/{made.pk}/line/", {"line": WORDS})
    assert sent.status_code == 303
    line = timeline(made.ref)[0]
    assert line.words["line"] == WORDS
    page = winter.get(f"/calls/incident/{made.pk}/line/?corrects={line.seq}").content.decode()
    assert f'name="corrects" value="{line.seq}"' in page


def test_no_words_and_a_late_line_without_its_reason_are_refused(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - timedelta(hours=5))
    before = len(timeline(made.ref))
    assert winter.post(f"/calls/incident/{made.pk}/line/", {"line": "  "}).status_code == 422
    then = as_local(clock.now() - timedelta(hours=4))
    late = {"line": "He was there", "occurred_at_0": f"{then:%Y-%m-%d}", "occurred_at_1": f"{then:%H:%M}"}
    sent = winter.post(f"/calls/incident/{made.pk}/line/", late)
    assert sent.status_code == 422
    assert sent.context["form"].errors["reason"]
    assert len(timeline(made.ref)) == before
