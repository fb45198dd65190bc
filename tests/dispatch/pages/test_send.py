"""Sending a unit: the first advised at once, another with its reason; a choice that was changed on the way is none."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.dispatch.models import Assignment
from bluelamp.dispatch.offers import whom_to_send
from tests.street import MINUTE, a_unit, an_incident, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def winter(client: Client) -> Client:
    client.force_login(an_officer("winter", "dispatcher"))
    return client


def test_the_first_is_sent_at_once_and_another_only_with_why(winter: Client) -> None:
    by, now = who("all"), clock.now()
    a_unit(by, "43", moment=now - 5 * MINUTE)
    a_unit(by, "44", moment=now - 5 * MINUTE, lon=-0.40, lat=51.68)
    made = an_incident(by, now - MINUTE)
    first, second = [one for one in whom_to_send(made, at=now) if one.token][:2]
    address = f"/dispatch/incident/{made.pk}/send/"
    refused = winter.post(address, {"choice": second.token, "why": ""})
    assert refused.status_code == 422
    assert refused.context["form"].errors
    assert winter.post(address, {"choice": first.token}).url == f"/board/?incident={made.pk}"
    assert winter.post(address, {"choice": second.token, "why": "She speaks Polish"}).status_code == 303
    assert {one.unit.call_sign for one in Assignment.objects.filter(incident=made)} == {"43", "44"}


def test_a_choice_that_was_changed_sends_nobody(winter: Client) -> None:
    by, now = who("all"), clock.now()
    a_unit(by, "43", moment=now - 5 * MINUTE)
    made, other = an_incident(by, now - MINUTE), an_incident(by, now - MINUTE, grade="G2")
    (choice, *_) = [one for one in whom_to_send(made, at=now) if one.token]
    for address, token in ((made, choice.token + "x"), (other, choice.token), (made, "")):
        sent = winter.post(f"/dispatch/incident/{address.pk}/send/", {"choice": token})
        assert sent.status_code == 200
        assert "43" in sent.content.decode(), "the advice is shown instead"
    assert not Assignment.objects.exists()
