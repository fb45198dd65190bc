"""The page that takes a message back: with a reason, and only while it waits."""

from collections.abc import Callable

import pytest
from django.test import Client

from bluelamp.messages.models import State
from tests.messages.written import in_state, the

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_with_a_reason_it_does_not_leave(sign_in: SignIn) -> None:
    url = f"/messages/{in_state(State.QUEUED).pk}/do-not-send/"
    client = sign_in("victim_care_officer")
    answer = client.post(url, {"why": ""})
    assert (answer.status_code, the().state) == (422, State.QUEUED)
    answer = client.post(url, {"why": "Told her at the door"})
    assert (answer.status_code, the().state) == (303, State.WITHDRAWN)
    assert "Told her at the door" in client.get(answer.headers["Location"]).content.decode()


def test_one_that_left_is_refused_in_words(sign_in: SignIn) -> None:
    url = f"/messages/{in_state(State.SENT).pk}/do-not-send/"
    answer = sign_in("victim_care_officer").post(url, {"why": "Told her at the door"})
    assert answer.status_code == 422
    assert "It was sent, and cannot be called back." in answer.content.decode()
