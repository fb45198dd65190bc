"""The page on which somebody writes that the person was reached another way: a way that is not safe is refused."""

from collections.abc import Callable

import pytest
from django.test import Client

from bluelamp.messages.models import State
from bluelamp.owed.models import Promise
from tests.messages.written import a_person, in_state

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_only_a_safe_way_keeps_what_is_owed(sign_in: SignIn) -> None:
    who = a_person(ways=("text", "in_person"), until=None)
    url = f"/messages/{in_state(State.FAILED, to=who).pk}/another-way/"
    client = sign_in("victim_care_officer")
    assert "Refused: Not known to be safe by phone." in client.get(url).content.decode()
    answer = client.post(url, {"way": "phone", "words": "Rang her"})
    assert answer.status_code == 422
    assert "Rang her" in answer.content.decode()
    assert Promise.objects.get().state == "open"
    assert client.post(url, {"way": "in_person", "words": "Told her alone"}).status_code == 303
    assert Promise.objects.get().state == "kept"
