"""Answering what rings by one button; one who comes second is told in words."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.calls.models import Contact
from tests.street import MINUTE, a_ring, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def marsh(client: Client) -> Client:
    client.force_login(an_officer("marsh", "contact_handler"))
    return client


def test_it_is_answered_once_and_ended_with_nothing_to_log(marsh: Client) -> None:
    number = a_ring(who("all"), clock.now() - MINUTE)
    assert marsh.post("/calls/answer/", {"contact": number}).url == "/calls/"
    contact = Contact.objects.get(pk=number)
    assert contact.answered_at
    again = marsh.post("/calls/answer/", {"contact": number})
    assert again.status_code == 422
    assert marsh.post("/calls/end/", {"contact": number}).url == "/calls/"
    contact.refresh_from_db()
    assert contact.ended_at
    assert contact.incident_id is None


@pytest.mark.parametrize(("said", "words"), [("", "Nothing rings any more"), ("999999", "There is no such contact")])
def test_what_does_not_ring_is_said_in_words(marsh: Client, said: str, words: str) -> None:
    sent = marsh.post("/calls/answer/", {"contact": said})
    assert sent.status_code == 422
    assert words in sent.content.decode()


def test_an_address_that_is_only_opened_answers_nothing(marsh: Client) -> None:
    number = a_ring(who("all"), clock.now() - MINUTE)
    assert marsh.get("/calls/answer/").url == "/calls/"
    assert Contact.objects.get(pk=number).answered_at is None
