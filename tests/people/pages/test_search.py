"""The search page: guarded, logged with what it showed, safe to open without a question."""

from datetime import datetime

import pytest
from django.test import Client

from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.ledger.queries import timeline
from bluelamp.people.actions.persons import add_person
from bluelamp.people.pages import search as search_page


@pytest.fixture
def searcher(client: Client, by: Acting, at: datetime) -> Client:
    RoleGrant.objects.create(officer_id=by.officer_id, role="response_officer", granted_by="system:test", granted_at=at)
    client.force_login(Officer.objects.get(pk=by.officer_id))
    return client


def test_signed_out_is_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.get("/people/").status_code == 302


def test_without_the_capability_it_is_refused_in_words(client: Client, by: Acting) -> None:
    client.force_login(Officer.objects.get(pk=by.officer_id))
    assert client.get("/people/").status_code == 403


def test_an_empty_page_asks_and_logs_nothing(searcher: Client, by: Acting) -> None:
    assert searcher.get("/people/").status_code == 200
    assert not [line for line in timeline(by.ref) if line.event == "access.looked"]


def test_a_search_shows_why_and_is_logged_with_what_it_showed(searcher: Client, by: Acting, at: datetime) -> None:
    ref = add_person(given_names="Joanne", family_name="Marlow", by=by, at=at)
    page = searcher.get("/people/", {"q": "Joane Marlow", "why": "Welfare"})
    assert page.status_code == 200
    assert "Joanne Marlow" in page.text
    assert "spelt nearly" in page.text
    (looked,) = [line for line in timeline(ref) if line.event == "access.looked"]
    assert looked.by == by.ref


@pytest.mark.parametrize("question", [{"q": ""}, {"q": "x" * 201}, {"q": "Ana", "born": "yesterday"}, {"q": "a\x00b"}])
def test_a_question_that_cannot_be_asked(searcher: Client, question: dict[str, str]) -> None:
    assert searcher.get("/people/", question).status_code == 422


def test_a_registration_is_not_searched_for_without_a_reason_and_nothing_is_logged(
    searcher: Client, by: Acting
) -> None:
    for question in ({"q": "AB12 CDE"}, {"q": "ab12"}, {"q": "W"}, {"q": "AB12 CDE", "why": "Work"}):
        page = searcher.get("/people/", question)
        assert page.status_code == 422
        assert "say in a few words why" in page.text
    assert not [line for line in timeline(by.ref) if line.event == "access.looked"]
    assert searcher.get("/people/", {"q": "AB12 CDE", "why": "Seen at the burglary in Elm Road"}).status_code == 200
    (looked,) = [line for line in timeline(by.ref) if line.event == "access.looked"]
    assert "Seen at the burglary in Elm Road" in looked.words["why"]


def test_a_list_as_long_as_lists_get_needs_a_reason(
    searcher: Client, by: Acting, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_page, "LIMIT", 2)
    for given in ("Ana", "Anna"):
        add_person(given_names=given, family_name="Marlow", by=by, at=at)
    assert "2 or more answer to this" in searcher.get("/people/", {"q": "Marlow"}).text
    assert searcher.get("/people/", {"q": "Marlow", "why": "Looking for her sister"}).status_code == 200


def test_a_printed_page_bears_its_marking_and_who_printed_it(searcher: Client) -> None:
    assert '<p class="printed">OFFICIAL-SENSITIVE' in searcher.get("/people/").text
    assert "Printed by" in searcher.get("/people/").text
    assert "OFFICIAL-SENSITIVE" not in Client().get("/sign-in/").text
