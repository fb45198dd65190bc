"""What a telephone exchange tells: with its token, once, and never refused where somebody rings."""

import json

import pytest
from django.test import Client

from bluelamp.access.acting import system
from bluelamp.calls.models import Contact
from bluelamp.ledger.models import Entry
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.models import ContactPoint
from tests.duty.borough import LITTLEFORD, NOW, SETTING_UP

pytestmark = pytest.mark.django_db
TOKEN = "a-long-token-that-the-force-set"


@pytest.fixture
def tells(settings, client: Client):
    """`tells(call="a", event="ringing", line="999")` as the exchange does; answers status and JSON."""
    settings.EXCHANGE_TOKEN = TOKEN

    def tell(body: bytes | None = None, token: str = TOKEN, **told: object) -> tuple[int, dict]:
        sent = json.dumps(told).encode() if body is None else body
        headers = {"Authorization": f"Bearer {token}"}
        answer = client.post("/calls/exchange/", sent, content_type="application/json", headers=headers)
        return answer.status_code, answer.json()

    return tell


@pytest.fixture
def phone(db: None) -> ContactPoint:
    load_borough(by=SETTING_UP, at=NOW, folder=LITTLEFORD)
    return ContactPoint.objects.first()


def test_a_call_rings_once_on_its_line(tells):
    told = {"call": "x-1", "event": "ringing", "line": "999", "number": "07700 900111", "silent": True}
    first, second = tells(**told), tells(**told)
    assert first[0] == second[0] == 200
    contact = Contact.objects.get()
    assert (contact.channel, contact.caller_number, contact.silent) == ("999", "07700 900111", True)
    assert first[1]["contact"] == second[1]["contact"] == contact.pk
    assert Entry.objects.get(event="calls.contact_rang").who == system("exchange").ref


def test_the_yellow_phone_by_its_device(tells, phone):
    assert tells(call="x-1", event="ringing", device=phone.device)[1]["channel"] == "HELP_POINT"
    assert Contact.objects.get().point == phone


def test_from_a_phone_being_tested_it_is_a_test_and_not_counted(tells, phone):
    ContactPoint.objects.update(state=ContactPoint.State.TESTING)
    tells(call="x-1", event="ringing", device=phone.device)
    assert Contact.objects.get().test
    assert list(Entry.objects.filter(event__startswith="calls.").values_list("event", flat=True)) == ["calls.test_rang"]


@pytest.mark.parametrize("told", [{"line": "112"}, {"device": "unknown"}, {}])
def test_whoever_rings_from_where_nobody_knows_rings_too_and_it_is_said(tells, told):
    status, said = tells(call="x-1", event="ringing", **told)
    assert status == 200
    assert "It rings as 101." in said["noted"]
    assert Contact.objects.get().channel == "101"


def test_who_is_gone_before_an_answer_is_written_and_twice_is_once(tells):
    tells(call="x-1", event="ringing", line="101")
    assert tells(call="x-1", event="gone")[0] == 200
    assert tells(call="x-1", event="gone")[0] == 200
    assert Contact.objects.get().abandoned_at
    assert Entry.objects.filter(event="calls.contact_abandoned").count() == 1


def test_where_the_sound_is_kept(tells):
    tells(call="x-1", event="ringing", line="101")
    assert tells(call="x-1", event="recorded", recording="2026/11/27/x-1.wav")[0] == 200
    assert Contact.objects.get().recording == "2026/11/27/x-1.wav"


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        ({"event": "ringing"}, 422, '"call" must be'),
        ({"call": "x", "event": "sings"}, 422, "ringing, gone, recorded"),
        ({"call": "x", "event": "recorded"}, 422, '"recording" must be'),
        ({"call": "nobody", "event": "gone"}, 404, "ever rang"),
        ({"call": 5, "event": "ringing"}, 422, '"call" must be'),
        ({"body": b"not json"}, 422, "one JSON object"),
        ({"body": b"[1]"}, 422, "one JSON object"),
        ({"call": "x", "event": "ringing", "token": "another"}, 404, "nothing here"),
    ],
)
def test_what_is_wrong_is_said_and_writes_nothing(tells, told, status, words):
    answered, said = tells(**told)
    assert answered == status
    assert words in said["refused"]
    assert not Contact.objects.exists()


def test_without_a_token_set_there_is_nothing(client: Client):
    answer = client.post(
        "/calls/exchange/", b"{}", content_type="application/json", headers={"Authorization": "Bearer "}
    )
    assert answer.status_code == 404
