"""A text or an email to a victim: only by a way that is safe now, never the story, and it tells nobody."""

import pytest
from django.test import Client

from bluelamp.messages.models import Message
from bluelamp.owed.models import State
from bluelamp.people.models import Person
from bluelamp.victims.actions.agreeing import agree_ways
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Attempt, Telling
from tests.custody.evening import TEN
from tests.victims.care import Care
from tests.victims.pages.page import at_page

SAYS = {"channel": "text", "template": "please-ring-us", "when": "on weekdays from 9 to 5"}


def path(care: Care) -> str:
    return f"/victims/{care.victim.pk}/write/"


@pytest.fixture
def by_text(care: Care) -> Care:
    care(agree_ways, hours=0, ways=("text",), number="07700 900123", source="Her own words")
    return care


def test_where_neither_is_safe_there_is_no_form_but_whom_to_ask(care: Care, client: Client) -> None:
    care(agree_ways, hours=0, ways=("phone",), source="Her own words")
    for send in ({}, SAYS):
        page = at_page(care, client, path(care), **send).content.decode()
        assert "Text: Not known to be safe by text." in page
        assert "Ask Victim Care Officer." in page
        assert 'name="template"' not in page
    assert not Message.objects.exists()


def test_please_ring_us_by_a_safe_text_is_an_attempt_on_what_is_owed(by_text: Care, client: Client) -> None:
    by_text(owe_telling, hours=0, role="investigator", step="arrested", happened_at=TEN)
    telling = Telling.objects.get(step="arrested")
    page = at_page(by_text, client, path(by_text)).content.decode()
    assert "Refused: Not known to be safe by email." in page
    assert at_page(by_text, client, path(by_text), **SAYS, telling=str(telling.pk)).status_code == 303
    message = Message.objects.get()
    assert (message.template, message.channel, message.address) == ("please-ring-us", "text", "07700 900123")
    assert message.personalisation == {"when": "on weekdays from 9 to 5"}
    assert Attempt.objects.get().result == "left_message"
    assert by_text.promises("tell_arrested") == [State.OPEN]


def test_an_appointment_by_email_points_to_their_page(care: Care, client: Client) -> None:
    Person.objects.filter(pk=care.victim.person_id).update(email="j@example.org", email_answer="known")
    care(agree_ways, hours=0, ways=("email",), source="Her own words")
    said = {"channel": "email", "template": "appointment", "when": "Tuesday at 10 at the library"}
    assert at_page(care, client, path(care), **said).status_code == 303
    given = Message.objects.get().personalisation
    assert given == {"when": "Tuesday at 10 at the library", "link": "http://localhost:8000/page/passkey/"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"channel": "email"}, "Not known to be safe by email"),
        ({"when": "about the arrest"}, "must not say what it is about"),
        ({"when": "Joanne Marlow at 9"}, "must not hold the person"),
        ({"template": "please-ring-this-number"}, "Fill in: number"),
        ({"channel": "letter"}, "Select a valid choice"),
    ],
)
def test_what_is_not_safe_is_refused_in_words(
    by_text: Care, client: Client, changed: dict[str, str], words: str
) -> None:
    answer = at_page(by_text, client, path(by_text), **{**SAYS, **changed})
    assert answer.status_code == 422
    assert words in answer.content.decode() or words == "Select a valid choice"
    assert not Message.objects.exists()
