"""A message's own page: its history, what is owed, what may be done, and its words only for those who may read them."""

from collections.abc import Callable

import pytest
from django.test import Client

from bluelamp.access.models import Officer, Restriction
from bluelamp.messages.models import State
from tests.messages.written import MINUTE, NOON, NUMBER, WORDS, a_person, in_state, says

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def page(client: Client, number: int) -> str:
    answer = client.get(f"/messages/{number}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_history_owed_and_what_may_be_done(sign_in: SignIn) -> None:
    found = in_state(State.FAILED)
    text = page(sign_in("victim_care_officer"), found.pk)
    for said in ("Message not sent by text: Provider answered 400", "Message asked for by text",
                 "Reach Joanne Marlow another way", "Send again", f"/messages/{found.pk}/another-way/"):  # fmt: skip
        assert said in text
    assert "It does not wait to leave." in text
    assert "Marlow" not in text.partition("</title>")[0]


def test_the_way_that_is_refused_says_why(sign_in: SignIn) -> None:
    who = a_person()
    found = in_state(State.REFUSED, to=who)
    says(who, at=NOON + 2 * MINUTE, ways=("in_person",))
    text = page(sign_in("victim_care_officer"), found.pk)
    assert "How this person may be reached was changed since." in text
    assert "/send-again/" not in text


def test_the_promise_it_was_to_tell_of_stands_there_instead_of_another(sign_in: SignIn) -> None:
    found = in_state(State.KEPT, about="victim:7", owed=("victims.tell_arrested", "3"))
    text = page(sign_in("victim_care_officer"), found.pk)
    assert "Reached another way" not in text
    assert "Nothing is owed because of this message." in text


@pytest.mark.parametrize(
    ("role", "unsafe", "reads"),
    [
        ("victim_care_officer", False, True),
        ("victim_care_officer", True, True),
        ("dispatcher", False, True),
        ("dispatcher", True, False),
        ("commander", False, False),
        ("commander", True, False),
    ],
)
def test_words_and_address_are_for_those_who_may_read_them(
    sign_in: SignIn, role: str, unsafe: bool, reads: bool
) -> None:
    who = a_person()
    found = in_state(State.SENT, to=who)
    if unsafe:
        says(who, at=NOON + 2 * MINUTE, ways=("in_person",), shared_device=True)
    text = page(sign_in(role), found.pk)
    assert (NUMBER in text, WORDS in text) == (reads, reads)
    assert ("shown only to those" in text) == (not reads)


def test_a_restricted_person_is_not_shown(sign_in: SignIn) -> None:
    found = in_state(State.SENT)
    owner = Officer.objects.create(user_name="kerr", name="Kerr", enrolled_at=NOON)
    Restriction.objects.create(record=found.to, owner=owner, restricted_at=NOON)
    answer = sign_in("commander").get(f"/messages/{found.pk}/")
    assert answer.headers["Location"].startswith(f"/restricted/{found.to}/")


def test_one_that_is_not_there(sign_in: SignIn) -> None:
    assert sign_in("commander").get("/messages/999999999/").status_code == 404
