"""A phone lost or in the wrong hands: nothing given out before opens the victim's page any more."""

import json

import pytest
from django.test import Client

from bluelamp.ledger.models import Entry
from bluelamp.people.queries import safe_contact
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_ways
from bluelamp.victims.actions.passkeys import end_ways_in
from bluelamp.victims.models import Invitation, OwnPasskey, OwnVisit
from tests.custody.evening import TEN
from tests.victims.care import Care
from tests.victims.own import Own
from tests.victims.pages.page import NOW, at_page

WHY = "She rang from a friend's: he took her phone"


def a_passkey(care: Care) -> OwnPasskey:
    kept = {"credential_hash": "a" * 64, "public": b"public", "kept_at": TEN}
    return OwnPasskey.objects.create(victim=care.victim, **kept)


def path(care: Care) -> str:
    return f"/victims/{care.victim.pk}/end-ways-in/"


def test_an_open_page_shuts_at_the_next_touch_and_no_passkey_or_link_opens_it(care: Care, client: Client) -> None:
    own, kept = Own(care).open(), a_passkey(care)
    waiting = Own(care, token="another-token-that-only-a-test-would-use")
    other = OwnVisit.objects.create(victim=Care(care.evening).victim, key_hash="b" * 64, opened_at=TEN, seen_at=TEN)
    assert own.get().status_code == 200
    assert at_page(care, client, path(care), why=" ").status_code == 422
    assert at_page(care, client, path(care), why=WHY).status_code == 303
    assert own.get().status_code == 404, "the very next touch"
    kept.refresh_from_db()
    assert (kept.forgotten_at, bytes(kept.public)) == (NOW, b"")
    assert waiting.enter().status_code == 404
    assert not Invitation.objects.filter(used_at=None, taken_back_at=None).exists()
    other.refresh_from_db()
    assert other.ended_at is None, "nobody else's"
    entry = Entry.objects.get(event="victims.ways_in_ended")
    assert {"passkeys": 1, "visits": 1, "links": 1}.items() <= json.loads(entry.facts).items()
    assert WHY not in str(entry.facts)


def test_where_somebody_has_the_phone_nothing_leaves_for_it_until_it_is_checked(care: Care, client: Client) -> None:
    care(agree_ways, ways=("phone", "text", "letter"), source="Her own words", number="07700 900123")
    assert at_page(care, client, path(care), why=WHY, in_hands="on").status_code == 303
    safe = safe_contact(care.victim.person_id)
    assert safe is not None
    assert safe.doubtful == ["phone", "text"]
    assert "letter" in safe.ways


def test_it_is_refused_where_nothing_opens_it_and_to_whoever_may_not(care: Care, client: Client) -> None:
    page = at_page(care, client, path(care), why=WHY)
    assert page.status_code == 422
    assert "Nothing opens their page now" in page.content.decode()
    assert at_page(care, client, path(care), role="contact_handler").status_code == 403
    a_passkey(care)
    with pytest.raises(Refused):
        care(end_ways_in, role="contact_handler", why=WHY)
    care(end_ways_in, role="commander", why=WHY)
