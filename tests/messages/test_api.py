"""What the provider tells by itself: with its token, once, and about nothing that is not ours."""

import json

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.messages.models import Message, Reply, State
from bluelamp.people.models import SafeContact
from tests.messages.written import HOUR, NOON, in_state

pytestmark = pytest.mark.django_db
TOKEN = "a-long-token-that-the-force-set"


@pytest.fixture
def tells(settings, client: Client):
    """`tells("result", {...})` as the provider does."""
    settings.NOTIFY_CALLBACK_TOKEN = TOKEN

    def tell(what: str, told: object, token: str = TOKEN, method: str = "post") -> int:
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        headers = {"Authorization": f"Bearer {token}"}
        with clock.set_to(NOON + HOUR):
            answer = getattr(client, method)(
                f"/messages/told/{what}/", body, content_type="application/json", headers=headers
            )
        return answer.status_code

    return tell


def test_a_result_by_our_own_reference(tells):
    found = in_state(State.SENT)
    told = {"id": "x", "reference": str(found.reference), "status": "permanent-failure", "to": "07700900123"}
    assert tells("result", told) == 204
    assert tells("result", told) == 204, "told twice is written once"
    assert Message.objects.get().state == State.BOUNCED
    assert SafeContact.objects.get(ended_at=None).doubtful == ["text"]


def test_an_answer_belongs_to_the_last_text_that_went_there(tells):
    in_state(State.SENT)
    found = in_state(State.SENT)
    told = {"id": "r-1", "source_number": "447700900123", "message": "who is this", "destination_number": "1"}
    assert tells("reply", told) == 204
    assert tells("reply", told) == 204
    assert Reply.objects.get().message == found


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("result", {"reference": "00000000-0000-4000-8000-000000000000", "status": "delivered"}),
        ("result", {"reference": "none of ours", "status": "delivered"}),
        ("result", {"reference": None, "status": 5}),
        ("reply", {"id": "r", "source_number": "07700900555", "message": "who is this"}),
        ("reply", {"id": "r", "source_number": "", "message": "who is this"}),
        ("reply", {"id": "r", "source_number": "07700900123", "message": "\0"}),
    ],
)
def test_what_is_none_of_ours_changes_nothing(tells, what, told):
    in_state(State.SENT)
    assert tells(what, told) == 204
    assert Message.objects.get().result == ""
    assert not Reply.objects.exists()


@pytest.mark.parametrize("what", ["result", "reply"])
def test_without_the_token_there_is_nothing_here(tells, what, settings):
    found = in_state(State.SENT)
    told = {"reference": str(found.reference), "status": "delivered", "id": "r", "source_number": "1", "message": "x"}
    assert tells(what, told, token="another") == 404
    assert tells(what, told, token="") == 404
    assert tells(what, b"{", token=TOKEN) == 404
    assert tells(what, b"[]", token=TOKEN) == 404
    assert tells(what, told, method="put") == 404
    settings.NOTIFY_CALLBACK_TOKEN = ""
    assert tells(what, told, token="") == 404
    assert Message.objects.get().result == ""
