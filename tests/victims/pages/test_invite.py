"""The page that invites: link by a safe way, code said apart, shown once; a message that says nothing of us."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from bluelamp.ledger.models import Entry
from bluelamp.messages.models import Message
from bluelamp.people.models import SafeContact
from bluelamp.victims.models import Invitation
from tests.victims.care import Care
from tests.victims.own import Own
from tests.victims.pages.page import at_page

HERE = {"link_way": "in_person", "code_way": "in_person", "language": "en", "apart": "on"}


@pytest.fixture
def path(care: Care) -> str:
    return f"/victims/{care.victim.pk}/own-page/"


def test_in_person_both_are_shown_once_and_open_the_page(care: Care, client: Client, path: str) -> None:
    answer = at_page(care, client, path, **HERE)
    page = answer.content.decode()
    code = re.search(r"<b>(\d{3}) (\d{3})</b>", page)
    link = re.search(r"http://testserver/page/([\w-]+)/", page)
    assert code is not None
    assert link is not None
    assert "no-store" in answer["Cache-Control"]
    own = Own.__new__(Own)
    own.care, own.at, own.browser, own.token = care, care.victim.invitations.get().made_at, Client(), link[1]
    assert own.enter(f"{code[1]} {code[2]}").status_code == 303
    kept = " ".join(str(one) for one in Entry.objects.values_list("facts", flat=True))
    assert link[1] not in kept
    assert code[1] + code[2] not in kept
    assert link[1] not in at_page(care, client, path).content.decode()


def test_sent_twice_the_same_link_and_code_are_shown(care: Care, client: Client, path: str) -> None:
    given = {**HERE, "key": "3f0c2f2e-6f0e-4d5b-9a53-0d6f1f7c9f10"}
    pages = [re.findall(r"<b>([^<]*)</b>", at_page(care, client, path, **given).content.decode()) for _ in range(2)]
    assert pages[0] == pages[1]
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("role", ["victim_care_officer", "response_officer"])
def test_by_text_the_message_holds_the_link_and_nothing_else(care: Care, client: Client, path: str, role: str) -> None:
    SafeContact.objects.filter(ended_at=None).update(number="07700 900418")
    answer = at_page(care, client, path, role, **{**HERE, "link_way": "text"})
    assert answer.status_code == 200
    message = Message.objects.get()
    assert message.address == "07700 900418"
    assert list(message.personalisation) == ["link"]
    assert "testserver/page/" not in answer.content.decode()


def test_what_is_not_safe_or_not_apart_is_refused_with_nothing_made(care: Care, client: Client, path: str) -> None:
    for given, field in (
        ({"link_way": "email"}, "link_way"),
        ({"code_way": "phone"}, "code_way"),
        ({"apart": ""}, "apart"),
        ({"link_way": "text"}, "link_way"),
    ):
        answer = at_page(care, client, path, **{**HERE, **given})
        assert answer.context["form"].errors[field], given
    assert not Invitation.objects.exists()
    assert not Message.objects.exists()
    assert at_page(care, client, path, "custody_officer", **HERE).status_code == 403


def test_by_letter_the_link_is_short_lives_ten_days_and_opens_however_it_is_typed(
    care: Care, client: Client, path: str
) -> None:
    said = {**HERE, "link_way": "letter"}
    assert at_page(care, client, path, **said).status_code == 422, "post is not known to be safe"
    SafeContact.objects.filter(ended_at=None).update(ways=["letter"], post_to="S Carver\n3 Mill Lane\nAL3 4HZ")
    assert at_page(care, client, path, **{**said, "code_way": "letter"}).status_code == 422, "the code is said"
    page = at_page(care, client, path, **said).content.decode()
    code = re.search(r"<b>(\d{3}) (\d{3})</b>", page)
    assert code is not None
    assert "ten days" in page
    message = Message.objects.get()
    assert (message.channel, message.template) == ("letter", "your-page")
    token = message.personalisation["link"].rstrip("/").rpartition("/")[2]
    assert re.fullmatch(r"([a-km-z2-9]{5}-){3}[a-km-z2-9]{5}", token)
    assert token not in page
    made = care.victim.invitations.get()
    own = Own.__new__(Own)
    own.care, own.at, own.browser, own.token = care, made.made_at + timedelta(days=9), Client(), token
    assert own.enter("000000").status_code == 422
    assert own.enter(f"{code[1]}{code[2]}", token.upper().replace("-", "")).status_code == 303
    again = at_page(care, client, path, **said).content.decode()
    assert "ten days" in again
    token = Message.objects.latest("pk").personalisation["link"].rstrip("/").rpartition("/")[2]
    own.at, own.token = made.made_at + timedelta(days=11), token
    assert own.enter("000000").status_code == 404
