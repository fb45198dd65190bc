"""A link for the partner: shown once."""

import html
import re

from bluelamp.messages.models import Message
from bluelamp.messages.providers import ShownOnly
from bluelamp.messages.worker import send_next
from bluelamp.partners.models import Contact, Link
from tests.partners.bodies import HOUR, NOON, Bodies


def test_shown_once_and_it_works(there: Bodies, sign_in, client):
    made, officer = there.shares(), sign_in("victim_care_officer")
    path = f"/partners/share/{made.pk}/link/"
    assert "/shared/" not in officer.get(path).content.decode()
    answer = officer.post(path, {"key": "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"})
    body = html.unescape(answer.content.decode())
    address = re.search(r"http://testserver(/shared/[\w-]{43}/)", body)
    code = re.search(r"(\d{4} \d{4})</b>", body)
    assert address
    assert code
    assert answer["Cache-Control"] == "no-store"
    assert client.post(address[1], {"code": code[1]}).status_code == 303


def test_sent_again_it_says_so_and_makes_no_second_one(there: Bodies, sign_in):
    made, officer = there.shares(), sign_in("victim_care_officer")
    for status in (200, 422):
        answer = officer.post(f"/partners/share/{made.pk}/link/", {"key": "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"})
        assert answer.status_code == status
    assert "shown then" in answer.content.decode()
    assert Link.objects.count() == 1


def test_by_email_the_link_leaves_alone_and_the_code_is_read_out(there: Bodies, sign_in, client):
    made, officer = there.shares(), sign_in("victim_care_officer")
    path, key = f"/partners/share/{made.pk}/link/", "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"
    refused = officer.post(path, {"key": key, "by_email": "on"})
    assert refused.status_code == 422
    assert "No mailbox is set" in refused.content.decode()
    assert not Link.objects.exists()
    Contact.objects.create(partner=there.support, email="duty@support.example", set_at=NOON)
    body = officer.post(path, {"key": key, "by_email": "on"}).content.decode()
    code = re.search(r"(\d{4} \d{4})</b>", body)
    assert code
    assert "/shared/" not in body
    message = Message.objects.get()
    assert (message.address, message.template, message.to) == (
        "duty@support.example",
        "secure-page",
        f"partner:{there.support.pk}",
    )
    assert list(message.personalisation) == ["link"]
    assert code[1].replace(" ", "") not in str(message.personalisation)
    assert send_next(ShownOnly(), at=NOON + HOUR)
    message.refresh_from_db()
    assert message.state == "sent"
    opened = message.personalisation["link"].removeprefix("http://testserver")
    assert client.post(opened, {"code": code[1]}).status_code == 303
