"""A restricted record's page: whom to ask, and opening it with a reason, which its owner then owes a look."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.models import Opening
from bluelamp.owed.models import Promise
from tests.custody.evening import TEN, Evening

URL = "/restricted/incident:41/"


@pytest.fixture(autouse=True)
def _restricted(evening: Evening) -> None:
    owner = evening.acting("domestic_abuse_specialist")
    restrict(record="incident:41", why="An officer's family", owner=owner.number, by=owner, at=TEN)


def test_a_reason_opens_it_and_its_owner_owes_a_look(evening: Evening, client: Client) -> None:
    inspector = evening.signed_in("reviewing_inspector", client, at=TEN)
    with clock.set_to(TEN):
        assert "Open it for this shift" in inspector.get(URL).content.decode()
        assert inspector.post(URL, {"reason": "work"}).status_code == 422
        answer = inspector.post(URL, {"reason": "A complaint by the family", "next": "/my-day/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/my-day/")
    assert Promise.objects.get().record == Opening.objects.get().ref


def test_who_may_not_open_it_learns_whom_to_ask(evening: Evening, client: Client) -> None:
    officer = evening.signed_in("response_officer", client, at=TEN)
    with clock.set_to(TEN):
        page = officer.get(URL).content.decode()
        officer.post(URL, {"reason": "A complaint by the family"})
    assert "Ask PS Domestic Abuse Specialist." in page
    assert "Open it for this shift" not in page
    assert not Opening.objects.exists()
