"""The page on which an owner looks at why their restricted record was opened; to others it is not there."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.models import Opening
from bluelamp.journeys.actions.opening import open_with_reason
from bluelamp.owed.models import Promise
from tests.custody.evening import MINUTE, TEN, Evening

RECORD = "incident:41"


@pytest.fixture
def url(evening: Evening) -> str:
    owner, inspector = evening.acting("domestic_abuse_specialist"), evening.acting("reviewing_inspector")
    restrict(record=RECORD, why="An officer's family", owner=owner.number, by=owner, at=TEN)
    ref = open_with_reason(record=RECORD, reason="A complaint by the family", by=inspector, at=TEN)
    look(page="desks:incident", records=[RECORD], by=inspector, at=TEN + MINUTE)
    return f"/you/openings/{ref.partition(':')[2]}/"


@pytest.fixture
def owner(evening: Evening, client: Client, url: str) -> Client:
    return evening.signed_in("domestic_abuse_specialist", client, at=TEN)


def text(client: Client, url: str) -> str:
    with clock.set_to(TEN + 2 * MINUTE):
        return " ".join(client.get(url).content.decode().split())


def test_the_owner_reads_who_why_and_what_was_done_meanwhile(owner: Client, url: str) -> None:
    page = text(owner, url)
    for said in ("Why was incident 41 opened?", "Insp Reviewing Inspector", "A complaint by the family",
                 "Looked at incident 41, on the page desks:incident"):  # fmt: skip
        assert said in page
    assert f'href="{url}"' in text(owner, "/you/")


def test_what_the_owner_owes_stands_under_mine_with_its_link(owner: Client, url: str) -> None:
    for page in ("/owed/?show=mine", "/my-day/"):
        assert "Look at why Insp Reviewing Inspector opened incident 41" in text(owner, page)
        assert f'href="{url}"' in text(owner, page)


def test_others_with_the_same_capability_do_not_find_it_among_theirs(
    evening: Evening, client: Client, url: str
) -> None:
    response = evening.signed_in("response_officer", client, at=TEN)
    assert "A restricted record exists" not in text(response, "/owed/?show=mine")


def test_looked_at(owner: Client, url: str) -> None:
    with clock.set_to(TEN + 2 * MINUTE):
        answer = owner.post(url, {"outcome": "looked", "concern": ""})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/you/")
    assert Promise.objects.get().state == "kept"
    assert "A complaint by the family" not in text(owner, "/you/")
    assert "You looked at it" in text(owner, url)


def test_a_concern_without_words_is_refused_and_with_words_is_kept(owner: Client, url: str) -> None:
    with clock.set_to(TEN + 2 * MINUTE):
        answer = owner.post(url, {"outcome": "concern", "concern": ""})
        assert answer.status_code == 422
        assert "Say in a few words what your concern is." in answer.content.decode()
        assert owner.post(url, {"outcome": "concern", "concern": "He is not on this case"}).status_code == 303
    assert Opening.objects.get().concern == "He is not on this case"
    assert "He is not on this case" in text(owner, url)


@pytest.mark.parametrize("role", ["reviewing_inspector", "commander", "response_officer"])
def test_to_anybody_else_it_is_not_there(evening: Evening, client: Client, url: str, role: str) -> None:
    other = evening.signed_in(role, client, at=TEN)
    assert other.get(url).status_code == 404
    assert other.post(url, {"outcome": "looked"}).status_code == 404
    assert Promise.objects.get().state == "open"
