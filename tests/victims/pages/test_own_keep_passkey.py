"""A passkey is kept and forgotten by the victim themselves, and not offered on a device that others open."""

import json
import re
from html import unescape
from typing import Any

from django.http import HttpResponse

from bluelamp.ledger.models import Entry
from bluelamp.people.models import SafeContact
from bluelamp.victims.models import OwnPasskey
from tests.victims.authenticator import Device
from tests.victims.care import Care
from tests.victims.own import Own, is_private, text

PATH = "/page/passkey/keep/"


def asked_of(answer: HttpResponse) -> dict[str, Any]:
    found = re.search(r'data-asked="([^"]*)"', answer.content.decode())
    assert found is not None
    said: dict[str, Any] = json.loads(unescape(found[1]))
    return said


def kept(care: Care, device: Device) -> Own:
    own = Own(care).open()
    answer = own.post(PATH, passkey=device.make(asked_of(own.get(PATH))))
    assert answer.status_code == 303
    return own


def test_what_the_browser_is_asked_names_nobody(care: Care) -> None:
    own = Own(care).open()
    page = own.get(PATH)
    assert is_private(page)
    asked = asked_of(page)
    assert asked["user"]["name"] == asked["user"]["displayName"] == "Your page"
    assert asked["rp"] == {"id": "testserver", "name": "testserver"}
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["challenge"] != asked_of(own.get(PATH))["challenge"]


def test_kept_and_forgotten(care: Care) -> None:
    own = kept(care, Device())
    assert OwnPasskey.objects.get().victim == care.victim
    assert "Forget my passkeys" in text(own.get(PATH))
    assert own.post(PATH, forget="yes").status_code == 303
    one = OwnPasskey.objects.get()
    assert one.forgotten_at is not None
    assert bytes(one.public) == b""
    assert own.post(PATH, forget="yes").status_code == 422
    events = list(Entry.objects.filter(event__contains="passkey").order_by("seq").values_list("event", flat=True))
    assert events == ["victims.passkey_kept", "victims.passkeys_forgotten"]


def test_not_on_a_device_that_somebody_else_opens(care: Care) -> None:
    own = Own(care).open()
    asked = asked_of(own.get(PATH))
    SafeContact.objects.filter(ended_at=None).update(shared_device=True)
    page = own.get(PATH)
    assert "data-asked" not in page.content.decode()
    assert "no passkey here" in text(page)
    assert own.post(PATH, passkey=Device().make(asked)).status_code == 422
    assert not OwnPasskey.objects.exists()


def test_what_does_not_answer_the_question_is_not_kept(care: Care) -> None:
    own, device = Own(care).open(), Device()
    asked = asked_of(own.get(PATH))
    for said in ("", "{", "[]", "null", "{}", "x" * 30_000, device.make(asked, origin="https://elsewhere.example"),
                 device.make({"challenge": "AAAA"})):  # fmt: skip
        asked_again = own.post(PATH, passkey=said)
        assert asked_again.status_code == 422, said[:40]
        assert "No passkey was kept" in text(asked_again)
    assert not OwnPasskey.objects.exists()


def test_the_same_one_twice_is_refused_and_six_are_too_many(care: Care) -> None:
    own = kept(care, Device())
    assert own.post(PATH, passkey=Device().make(asked_of(own.get(PATH)))).status_code == 422
    for number in range(4):
        assert (
            own.post(PATH, passkey=Device(f"device {number}".encode()).make(asked_of(own.get(PATH)))).status_code == 303
        )
    assert own.post(PATH, passkey=Device(b"sixth").make(asked_of(own.get(PATH)))).status_code == 422
    assert OwnPasskey.objects.count() == 5
