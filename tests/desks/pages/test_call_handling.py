import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.calls.models import Contact, Incident, Triage
from bluelamp.ledger.queries import timeline
from bluelamp.owed.queries import for_record
from bluelamp.victims.models import Victim
from tests.street import MINUTE, SIX, a_ring, an_incident, an_officer, who

pytestmark = pytest.mark.django_db
KEY = "00000000-0000-4000-8000-000000000003"
REPORT = {
    "channel": "101",
    "what": "Somebody took my bike. “Blue”, Ελληνικά, 🙂",
    "opening_code": "theft",
    "detail": "bike",
    "place": "Shenley Road, Borehamwood",
    "place_confirmed": "on",
    "crime_related": "on",
    "grade": "G3",
    **SIX,
    "key": KEY,
}


@pytest.fixture
def marsh(client: Client) -> Client:
    client.force_login(an_officer("marsh", "contact_handler"))
    return client


def test_what_rings_longest_comes_first_and_is_answered_by_one_button(marsh: Client) -> None:
    late = a_ring(who("all"), clock.now() - MINUTE, channel="101", caller_number="07700 900418")
    early = a_ring(who("all"), clock.now() - 2 * MINUTE)
    page = marsh.get("/calls/").content.decode()
    assert re.findall(r'name="contact" value="(\d+)"', page)[:2] == [str(early), str(late)]
    answer = marsh.post("/calls/answer/", {"contact": early, "key": KEY})
    assert (answer.status_code, answer.url) == (303, "/calls/")
    assert "In hand: 999" in marsh.get("/calls/").content.decode()
    assert marsh.post("/calls/answer/", {"contact": late, "key": KEY}).status_code == 303, "one form, two contacts"
    assert Contact.objects.filter(answered_at__isnull=False).count() == 2


def test_what_another_desk_answered_is_refused_in_words(marsh: Client) -> None:
    contact = a_ring(who("all"), clock.now() - MINUTE)
    marsh.post("/calls/answer/", {"contact": contact})
    other = Client()
    other.force_login(an_officer("winter", "dispatcher"))
    answer = other.post("/calls/answer/", {"contact": contact})
    assert answer.status_code == 422
    assert "Another desk has answered this contact already." in answer.content.decode()
    assert other.post("/calls/answer/", {"contact": "x"}).status_code == 422
    assert other.post("/calls/answer/", {"contact": "999999"}).status_code == 422


def test_the_proposal_comes_with_reasons_and_loses_nothing(marsh: Client) -> None:
    said = {"what": "He is hitting her", "signs": ["violence", "domestic_abuse"], "place": "WD6 1JA", "propose": "1"}
    answer = marsh.post("/calls/", said)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<b>Immediate</b> is proposed." in page
    assert "Violence is used or threatened now." in page
    assert "What is a safe way to reach you?" in page
    assert "He is hitting her" in page
    assert "error-summary" not in page
    assert not Incident.objects.exists()


def test_who_called_before_is_shown_before_the_grade(marsh: Client) -> None:
    by = who("all")
    contact = a_ring(by, clock.now() - 60 * MINUTE, caller_number="07700 900418")
    an_incident(by, clock.now() - 59 * MINUTE, contact=contact, qualifiers=("domestic_abuse",))
    again = a_ring(by, clock.now() - MINUTE, caller_number="07700 900418")
    marsh.post("/calls/answer/", {"contact": again})
    said = {"contact": again, "what": "Again", "place": "Shenley Road, Borehamwood", "propose": "1"}
    page = marsh.post("/calls/", said).content.decode()
    assert "<b>1</b> from this number, 1 domestic" in page
    assert "<b>1</b> from this place, 1 domestic" in page
    assert "Any strangling" in page, "a repeat domestic report asks the domestic questions"


def test_a_report_becomes_an_incident_once(marsh: Client) -> None:
    answer = marsh.post("/calls/", REPORT)
    made = Incident.objects.get()
    assert (answer.status_code, answer.url) == (303, f"/board/?incident={made.pk}")
    assert marsh.post("/calls/", REPORT).url == answer.url
    assert Incident.objects.count() == 1
    assert (made.kind, made.settlement, made.grade) == ("Theft, bike", "Borehamwood", "G3")
    assert timeline(made.ref)[-1].words["what"] == REPORT["what"]
    assert "crimes.record" in {promise.kind for promise in for_record(made.ref)}
    assert Triage.objects.get().decided == "G3"


def test_the_contact_leads_to_its_incident_and_the_victim_is_recorded(marsh: Client) -> None:
    contact = a_ring(who("all"), clock.now() - MINUTE, caller_number="07700 900418")
    marsh.post("/calls/answer/", {"contact": contact})
    victim = {
        "given_names": "Joanne",
        "family_name": "Marlow",
        "circumstances": ["domestic"],
        "needs": "Two children upstairs",
        "safe_ways": ["text"],
        "safe_source": "her own words",
        "cannot_speak_freely": "on",
        "grade": "G1",
    }
    assert marsh.post("/calls/", {**REPORT, **victim, "contact": contact}).status_code == 303
    made, named = Incident.objects.get(), Victim.objects.get()
    assert Contact.objects.get(pk=contact).incident_id == made.pk
    assert made.cannot_speak_freely
    assert (named.person.name, named.enhanced) == ("Joanne Marlow", True)


UNREACHED = {
    "given_names": "A", "family_name": "Lind", "circumstances": ["domestic"], "safe_ways": ["text"],
    "safe_source": "her own words",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"threat": ""}, "threat"),
        ({"harm": "7"}, "THRIVE is not a score"),
        ({"grade": ""}, "Choose: grade you decide"),
        ({"grade": "G1"}, "Give your reason for another grade"),
        ({"what": ""}, "Enter: what is said"),
        ({"given_names": "A", "safe_ways": ["text"]}, "Say who said that this is safe"),
        ({**UNREACHED, "shared_device": "on"}, "This leaves no way to reach them"),
        ({**UNREACHED, "do_not_ring": "on"}, "This leaves no way to reach them"),
    ],
)
def test_what_is_missing_is_said_and_entered_words_stay(marsh: Client, change: dict, words: str) -> None:
    answer = marsh.post("/calls/", {**REPORT, **change})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert SIX["risk"] in page
    assert not Incident.objects.exists()


def test_a_place_not_confirmed_says_so_and_one_not_found_is_kept(marsh: Client) -> None:
    report = {key: value for key, value in REPORT.items() if key != "place_confirmed"}
    marsh.post("/calls/", {**report, "place": "By the old oak"})
    made = Incident.objects.get()
    assert (made.place_words, made.lat) == ("By the old oak (not confirmed)", None)


def test_a_plain_report_takes_eight_statements(marsh: Client) -> None:
    marsh.get("/calls/")
    plain = {key: value for key, value in REPORT.items() if key != "crime_related"}
    with CaptureQueriesContext(connection) as statements:
        assert marsh.post("/calls/", plain).status_code == 303
    work = [one["sql"] for one in statements if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(work) <= 8, "\n".join(sql[:150] for sql in work)
