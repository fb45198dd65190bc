"""The page that sends a message again: one form sent twice sends once; a refusal is drawn in words."""

from collections.abc import Callable

import pytest
from django.test import Client

from bluelamp.messages.models import State
from tests.messages.written import MINUTE, NOON, a_person, in_state, says, the

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_one_form_sent_twice_sends_once(sign_in: SignIn) -> None:
    url = f"/messages/{in_state(State.FAILED).pk}/send-again/"
    client = sign_in("victim_care_officer")
    assert "Refused now" not in client.get(url).content.decode()
    for _ in range(2):
        answer = client.post(url, {"key": "0f0e4b5e-6d0a-4a51-9a3a-7f8c5be7e0a1"})
        assert (answer.status_code, answer.headers["Location"]) == (303, url.removesuffix("send-again/"))
    assert (the().state, the().again) == (State.QUEUED, 1)


def test_a_wish_that_changed_refuses_it_in_words(sign_in: SignIn) -> None:
    who = a_person()
    url = f"/messages/{in_state(State.FAILED, to=who).pk}/send-again/"
    says(who, at=NOON + 2 * MINUTE, ways=("in_person",))
    client = sign_in("victim_care_officer")
    assert "Refused now" in client.get(url).content.decode()
    answer = client.post(url)
    assert answer.status_code == 422
    assert "How this person may be reached was changed since." in answer.content.decode()
    assert the().state == State.FAILED


def test_who_only_looks_on_cannot(sign_in: SignIn) -> None:
    assert sign_in("commander").post(f"/messages/{in_state(State.FAILED).pk}/send-again/").status_code == 403
