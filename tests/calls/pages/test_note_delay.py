"""Why nobody is there yet, on its page."""

import pytest
from django.test import Client

from bluelamp import clock
from tests.street import MINUTE, an_incident, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def winter(client: Client) -> Client:
    client.force_login(an_officer("winter"))
    return client


def test_the_reason_and_the_call_back_stand_in_what_happened(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - 7 * MINUTE)
    assert "Write why nobody is there yet" in winter.get(f"/incident/{made.pk}/").content.decode()
    sent = winter.post(f"/calls/incident/{made.pk}/delay/", {"why": "Both cars at a crash.", "told": "not_reached"})
    assert sent.status_code == 303
    page = winter.get(f"/incident/{made.pk}/").content.decode()
    assert "Nobody is there yet: Both cars at a crash. The caller was rung and not reached." in page


def test_ringing_somebody_who_would_be_heard_is_refused(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - 7 * MINUTE, cannot_speak_freely=True)
    sent = winter.post(f"/calls/incident/{made.pk}/delay/", {"why": "No car.", "told": "yes"})
    assert sent.status_code == 422
    assert "do not ring back" in str(sent.context["form"].errors["told"])
    assert "No car." in sent.content.decode()
