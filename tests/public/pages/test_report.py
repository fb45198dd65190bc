"""Anyone writes: it waits like a call, is read word for word, becomes one incident, and is then kept once."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.calls.actions.contacts import answer, end_contact
from bluelamp.calls.models import Contact, Incident
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.street import SIX, an_officer, who

pytestmark = pytest.mark.django_db
KEY = "9b3b2f5e-1111-4000-8000-000000000001"
SENT = {
    "what": "Somebody took my bike \u0633\u0644\u0627\u0645 \U0001f6b2",
    "place": "High Street",
    "phone": "07700 900111",
}


def test_it_waits_like_a_call_and_a_form_sent_twice_is_one(client: Client):
    for _ in range(2):
        sent = client.post("/report/", {**SENT, "safe": ["text"], "key": KEY})
        assert sent["Location"] == "/report/received/"
    contact = Contact.objects.get()
    assert contact.channel == "ONLINE"
    assert contact.written.startswith(SENT["what"])
    assert contact.written.endswith("Safe to reach: by text")
    page = client.get("/report/received/")
    assert "bike" not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_a_way_without_its_number_is_asked_for_and_nothing_typed_is_lost(client: Client):
    sent = client.post("/report/", {"what": "He follows me", "safe": ["email", "phone"]})
    assert sent.status_code == 422
    page = sent.content.decode()
    assert "He follows me" in page
    assert "Enter it, or take the tick from by email." in page
    assert not Contact.objects.exists()
    assert client.post("/report/", {"what": " "}).status_code == 422


def test_a_flood_is_told_to_ring_and_loses_no_word(client: Client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"written_report": "2/h/ip"}
    for words in ("one", "two"):
        assert client.post("/report/", {"what": words}).status_code == 303
    third = client.post("/report/", {"what": "three"})
    assert third.status_code == 422
    assert "Ring 101" in third.content.decode()
    assert "three" in third.content.decode()
    assert Contact.objects.count() == 2


def test_a_handler_reads_it_word_for_word_and_it_becomes_an_incident(client: Client):
    client.post("/report/", {**SENT, "key": KEY})
    winter = an_officer("winter")
    client.force_login(winter)
    contact = Contact.objects.get()
    client.post("/calls/answer/", {"contact": contact.pk})
    page = client.get("/calls/").content.decode()
    assert SENT["what"] in page
    assert "Do not ring or write." in page
    assert "nothing to log" not in page, "C1: what is written becomes an incident"
    logged = {"contact": contact.pk, "what": contact.written, "opening_code": "theft", "grade": "G3", **SIX}
    sent = client.post("/calls/", logged)
    assert sent.status_code == 303, dict(sent.context["form"].errors)
    contact.refresh_from_db()
    assert contact.incident == Incident.objects.get()
    assert contact.incident.channel == "ONLINE"
    assert contact.written == "", "the words stand in the log, once"
    entry = Entry.objects.get(event="calls.incident_logged")
    assert entry.words


def test_it_cannot_be_put_away_without_an_incident(client: Client):
    client.post("/report/", SENT)
    number, by = Contact.objects.get().pk, who("winter")
    answer(by=by, at=clock.now(), contact=number)
    with pytest.raises(Refused, match="becomes an incident"):
        end_contact(by=by, at=clock.now(), contact=number)
