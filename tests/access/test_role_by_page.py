"""The role-by-page matrix over every URL of the installed site: signed out, without the capability, with it.

A new page is covered by being in the URLs. Its arguments are filled in by their converters; a page whose arguments
need something else goes into EXAMPLES. A view that declares neither `@page` nor `@open_to_all` fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.restricting import restrict
from bluelamp.ledger.models import Entry
from tests.custody.evening import Evening

BY_CONVERTER: dict[str, Any] = {
    "IntConverter": 999_999_999,
    "StringConverter": "force",
    "SlugConverter": "nothing-here",
    "UUIDConverter": "00000000-0000-4000-8000-000000000000",
    "PathConverter": "nothing/here",
}
EXAMPLES: dict[str, dict[str, Any]] = {
    "journeys:restricted": {"record": "incident:999999999"},
    "journeys:restriction": {"record": "incident:999999999"},
    "duty:swap": {"day": "2027-01-04"},
}
DECLARED_ELSEWHERE: set[str] = set()
"""Names of URLs whose access is declared by something else than a view of ours, with the reason in a comment."""

_ELSEWHERE = (
    "desks:detention",
    "journeys:authorise",
    "journeys:book_in",
    "journeys:called",
    "journeys:charge",
    "journeys:further_arrest",
    "journeys:interview",
    "journeys:release",
    "journeys:pre_release",
    "journeys:papers",
)
"""Pages about one custody record whose URL does not begin with custody/."""

SHUT = 403


@dataclass(frozen=True)
class Page:
    """One URL of the site."""

    name: str
    pattern: URLPattern

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(getattr(self.pattern.callback, "capabilities", ()))

    @property
    def is_guarded(self) -> bool:
        return hasattr(self.pattern.callback, "capabilities")

    @property
    def url(self) -> str:
        converters = self.pattern.pattern.converters
        return reverse(self.name, kwargs=EXAMPLES.get(self.name) or {key: _example(self, key) for key in converters})


def _example(page: Page, argument: str) -> Any:
    kind = type(page.pattern.pattern.converters[argument]).__name__
    assert kind in BY_CONVERTER, f"{page.name} takes {argument}: give an example in EXAMPLES."
    return BY_CONVERTER[kind]


def pages(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[Page]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            assert entry.name, f"The URL {entry.pattern} has no name."
            yield Page(name=f"{prefix}{entry.name}", pattern=entry)


ALL = [page for page in pages() if page.name not in DECLARED_ELSEWHERE]
GUARDED = [page for page in ALL if page.is_guarded]
WITH_CAPABILITY = [page for page in GUARDED if page.needed]


def named(page: Page) -> str:
    return page.name


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


@pytest.fixture
def browser(an_officer, monkeypatch) -> Any:
    """`browser("calls.answer")`: a browser of an officer who holds exactly those capabilities."""

    def make(*capabilities: str) -> Client:
        cache.clear()
        officer = an_officer("lowe")
        by = Acting(
            ref=officer.ref,
            name="Lowe",
            capabilities=frozenset(capabilities),
            roles=("response_officer",),
            officer_id=officer.pk,
        )
        monkeypatch.setattr("bluelamp.access.middleware.acting_as", lambda *_args, **_facts: by)
        client = Client(raise_request_exception=False)
        client.force_login(officer)
        return client

    return make


def test_the_matrix_is_not_empty():
    assert len(GUARDED) > 10


@pytest.mark.parametrize("page", ALL, ids=named)
def test_every_page_declares_who_may_open_it(page):
    assert page.is_guarded or getattr(page.pattern.callback, "open_to_all", False), page.name


@pytest.mark.django_db
@pytest.mark.parametrize("page", GUARDED, ids=named)
def test_signed_out_is_sent_to_sign_in(page, client):
    for answer in (client.get(page.url), client.post(page.url)):
        assert answer.status_code == 302
        assert answer.url.startswith("/sign-in/?next=")


@pytest.mark.parametrize("page", WITH_CAPABILITY, ids=named)
def test_without_the_capability_it_stays_shut(page, browser):
    client = browser("system.nothing")
    assert client.get(page.url).status_code == SHUT
    assert client.post(page.url).status_code == SHUT


@pytest.mark.parametrize("page", GUARDED, ids=named)
def test_with_the_capability_it_opens(page, browser):
    """The record asked for does not exist: not found, or not by GET, is an open door; shut or an error is not."""
    answer = browser(*page.needed[:1]).get(page.url)
    assert answer.status_code in (200, 302, 303, 404, 405, 422), answer.content[:300]
    assert not (answer.status_code == 302 and answer.url.startswith("/sign-in/?"))


OF_A_DETENTION = [
    page
    for page in WITH_CAPABILITY
    if page.name in _ELSEWHERE
    or (page.name.startswith("custody:") and str(page.pattern.pattern).startswith("custody/<int:pk>/"))
]


@pytest.mark.parametrize("page", OF_A_DETENTION, ids=named)
def test_with_the_capability_but_not_for_this_record_it_says_whom_to_ask(page, browser, evening):
    """Each page about one custody record is found by its URL. No form is drawn, and one that is sent does nothing."""
    found, owner = evening.held(), evening.acting("domestic_abuse_specialist")
    restrict(record=found.ref, why="An officer is involved", owner=owner.officer_id, by=owner, at=clock.now())
    arguments = {key: found.pk if key == "pk" else 1 for key in page.pattern.pattern.converters}
    client = browser(*page.needed)
    before = Entry.objects.count()
    for answer in (client.get(reverse(page.name, kwargs=arguments)), client.post(reverse(page.name, kwargs=arguments))):
        if answer.status_code != 404 or len(arguments) == 1:  # a part of the record that is not there is not found
            assert answer.status_code in (302, 303), answer.content[:300]
            assert answer.url.startswith(f"/restricted/{found.ref}/"), answer.url
    assert Entry.objects.count() == before
