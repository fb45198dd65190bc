"""The list of messages: every state in words, filtered, paged, and never words, address or a restricted person."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp.access.models import Officer, Restriction
from bluelamp.access.roles import roles
from bluelamp.ledger.queries import timeline
from bluelamp.messages import queries
from bluelamp.messages.models import State
from tests.messages.written import NOON, NUMBER, WORDS, a_person, in_state

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"/messages/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("state", "show", "words"),
    [
        (State.QUEUED, "waiting", "Waits"),
        (State.SENDING, "waiting", "Being sent"),
        (State.SENT, "sent", "Sent"),
        (State.FAILED, "failed", "The provider did not take it. Provider answered 400"),
        (State.REFUSED, "unsafe", "It was no longer safe. Safe only until 20:00."),
        (State.KEPT, "kept", "No provider set."),
        (State.WITHDRAWN, "taken-back", "Taken back"),
    ],
)
def test_each_state_says_itself_in_words_under_its_filter(sign_in: SignIn, state: State, show: str, words: str) -> None:
    found = in_state(state)
    client = sign_in("victim_care_officer")
    for query in ("", f"?show={show}"):
        text = page(client, query)
        assert words in text.partition("<main")[2]
        assert f"/messages/{found.pk}/" in text
    others = {"waiting", "sent", "failed", "unsafe", "kept", "taken-back"} - {show}
    assert all("No messages here." in page(client, f"?show={other}") for other in others)


def test_whom_it_is_to_and_about_what_but_neither_words_nor_address(sign_in: SignIn) -> None:
    in_state(State.FAILED, about="victim:7", owed=("victims.tell_arrested", "3"))
    text = page(sign_in("victim_care_officer"))
    assert "Joanne Marlow" in text
    assert '<a href="/victim/7/">Victim 7</a>' in text
    assert "Tell the victim of the arrest, safely" in text
    assert NUMBER not in text
    assert WORDS not in text


@pytest.mark.parametrize("which", [0, 1])
def test_a_restricted_record_says_that_it_exists_and_whom_to_ask(sign_in: SignIn, which: int) -> None:
    who = a_person()
    found = in_state(State.FAILED, to=who, about="victim:7")
    owner = Officer.objects.create(user_name="kerr", name="Kerr", enrolled_at=NOON)
    Restriction.objects.create(record=found.records[which], owner=owner, restricted_at=NOON)
    text = page(sign_in("victim_care_officer")).partition("<main")[2]
    assert "A restricted record exists. Ask Kerr." in text
    for hidden in ("Marlow", f"/messages/{found.pk}/", "Victim 7", "Provider answered", "Text"):
        assert hidden not in text
    mine = Officer.objects.get(user_name="victim_care_officer")
    Restriction.objects.update(owner=mine)
    assert "Marlow" in page(sign_in("victim_care_officer"))
    assert timeline(found.records[which])[0].sentence.endswith("on the page messages:messages")


def test_older_and_newer_pages(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "SHOWN", 2)
    who = a_person()
    numbers = [in_state(State.QUEUED, to=who).pk for _ in range(5)]
    client = sign_in("dispatcher")

    def shown(query: str) -> tuple[list[int], dict[str, Any]]:
        answer = client.get(f"/messages/{query}")
        return [int(row.url.split("/")[2]) for row in answer.context["rows"]], answer.context

    first, context = shown("?show=waiting")
    assert (first, context["newer"]) == (numbers[:2:-1], "")
    second, context = shown(context["older"])
    assert second == [numbers[2], numbers[1]]
    third, last = shown(context["older"])
    assert (third, last["older"]) == ([numbers[0]], "")
    back, context = shown(last["newer"])
    assert back == second
    assert shown(context["newer"])[0] == first
    assert shown("?before=nonsense&after=-3")[0] == first


def test_at_most_six_statements_however_many_there_are(sign_in: SignIn) -> None:
    for _ in range(12):
        in_state(State.FAILED, about="incident:3")
    client = sign_in("commander")
    page(client)
    with CaptureQueriesContext(connection) as sent:
        page(client)
    assert len(sent) <= 6, [one["sql"][:80] for one in sent]
    rows = next(one["sql"] for one in sent if "messages_message" in one["sql"] and "LIMIT" in one["sql"])
    assert "personalisation" not in rows
    assert '"address"' not in rows


@pytest.mark.parametrize("role", sorted(roles()))
def test_who_opens_it(sign_in: SignIn, role: str) -> None:
    expected = {"dispatcher", "investigator", "victim_care_officer", "domestic_abuse_specialist",
                "neighbourhood_officer", "reviewing_inspector", "superintendent", "commander"}  # fmt: skip
    assert sign_in(role).get("/messages/").status_code == (200 if role in expected else 403)
