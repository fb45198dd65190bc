"""Every page of the list that all pages are on, with the address in every free text: nobody off the record reads it.

There is one world and one search of it, because the world takes long to make.
"""

from collections.abc import Iterable

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.demonstration import PEOPLE
from bluelamp.access.models import Officer
from bluelamp.calls.models import Incident
from bluelamp.people.models import KeptAddress
from bluelamp.people.rules.withholding import WITHHELD
from bluelamp.victims.models import OwnVisit, Statement
from bluelamp.victims.own_visits import COOKIE, hashed
from tests.journeys import world
from tests.journeys.page_list import PAGES, Page
from tests.safeguarding.planting import ADDRESS, plant, tells

USERS = {one.role: one.user_name for one in PEOPLE}
SEND_OR_GO = ("contact_handler", "dispatcher", "response_officer")
"""Who answers, sends and goes reads the place of an open call."""
OWN = ("own_home", "own_write", "own_statement", "own_reach", "own_review", "own_survey", "own_rights", "own_stop")
WOULD_NOT_TAKE_IT = {"places.Cell.closed_why", "people.Link.record"}


class Reader:
    """Opens pages as the people of the demonstration, none of whom is on the record of whoever moved."""

    def __init__(self, made: dict[str, int]) -> None:
        self.made, self.clients = made, {}

    def read(self, page: Page) -> HttpResponse:
        with transaction.atomic():
            return self._client(page.role).get(page.path(self.made))

    def _client(self, role: str) -> Client:
        if role not in self.clients:
            client = self.clients[role] = Client(raise_request_exception=False)
            if role:
                client.force_login(Officer.objects.get(user_name=USERS[role]))
                session = client.session
                session["account_authentication_methods"] = [{"method": "password", "at": clock.now().timestamp()}]
                session.save()
        return self.clients[role]

    def told(self, pages: Iterable[Page]) -> tuple[dict[str, list[str]], int]:
        """Which pages tell it, and on how many it was struck out; every page must answer as the list says."""
        told, struck = {}, 0
        for page in pages:
            answer = self.read(page)
            assert answer.status_code == page.status, f"{page.name}: {answer.status_code}"
            body = answer.content.decode(errors="replace")
            struck += WITHHELD in body
            if found := tells(body):
                told[page.name] = found
        return told, struck


@pytest.mark.django_db
@pytest.mark.timeout(1500)
def test_no_page_of_the_list_tells_it() -> None:
    _first_numbers()
    made = world.make()
    assert set(plant()) <= WOULD_NOT_TAKE_IT
    KeptAddress.objects.create(person_id=made["Calder"], address=ADDRESS, why="From his brother", kept_at=clock.now())
    with clock.set_to(clock.now()):
        reader = Reader(made)
        told, struck = reader.told(PAGES)
        assert told == {}
        assert struck > 150, "it stood on most pages before it was struck out"
        _own_pages(made)
        _places(reader)


def _first_numbers() -> None:
    """The list leans on numbers that begin with one, as in a new installation."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("bluelamp.")]
    tables = {one._meta.db_table for one in ours if one._meta.pk.attname == "id"}
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
            if sequence := cursor.fetchone()[0]:
                cursor.execute(f"ALTER SEQUENCE {sequence} RESTART WITH 1")


def _own_pages(made: dict[str, int]) -> None:
    """The victim's own page may lie open in the wrong hands."""
    at, struck = clock.now(), 0
    OwnVisit.objects.create(victim_id=made["victim"], key_hash=hashed("key"), opened_at=at, seen_at=at)
    Statement.objects.create(victim_id=made["victim"], version=9, words=f"I moved to {ADDRESS}", taken_at=at)
    own = Client()
    own.cookies[COOKIE] = "key"
    for name in OWN:
        answer = own.get(reverse(f"victims:{name}"))
        assert answer.status_code == 200, name
        assert tells(answer.content.decode()) == [], name
        struck += WITHHELD in answer.content.decode()
    assert struck


def _places(reader: Reader) -> None:
    """The place of a call: read by whoever sends and goes, by nobody else, on no list and no map."""
    Incident.objects.update(place_words=f"{ADDRESS} (not confirmed)")
    marks = Page(name="marks", where="/board/incidents.geojson", role="commander")
    others = [one for one in (*PAGES, marks) if one.role not in SEND_OR_GO]
    told, struck = reader.told(others)
    assert told == {}
    assert struck > 100
    for where in ("/board/", "/board/incidents.geojson", "/incident/{marlow}/"):
        assert ADDRESS in reader.read(Page(name="sends", where=where, role="dispatcher")).content.decode(), where
