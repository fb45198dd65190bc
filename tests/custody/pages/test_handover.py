"""Handing over and taking over by page: written, read with what changed and what is due, accepted by another."""

import re
from datetime import datetime

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.models import Detention, Handover
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 4 * HOUR
WORDS = "He has had one fit; the nurse is back at nine"


class Desk:
    """A custody officer at the two pages."""

    def __init__(self, evening: Evening, client: Client) -> None:
        self.evening, self.client = evening, client

    def ask(self, path: str, *, name: str = "", at: datetime = NOW, role: str = "custody_officer", **given: str):
        self.evening.signed_in(role, self.client, at=at, name=name)
        with clock.set_to(at):
            return self.client.post(path, given) if given else self.client.get(path)

    def text(self, path: str, **how: object) -> str:
        return " ".join(re.sub(r"<[^>]+>", " ", self.ask(path, **how).content.decode()).split())  # type: ignore[arg-type]

    def write(self) -> str:
        suite = self.evening.hatfield.pk
        day = {"began_at_0": "2026-11-20", "began_at_1": "22:00", "began_at_2": ""}
        answer = self.ask("/custody/handover/", suite=str(suite), words=WORDS, **day)
        assert answer.status_code == 303, answer.content.decode()[-3000:]
        return str(answer["Location"])


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    found = evening.held()
    evening.in_cell(found, "M1")
    Detention.objects.filter(pk=found.pk).update(level=2, risk_marks=["Epilepsy"], waiting_for=["Solicitor"])
    return Desk(evening, client)


def test_it_shows_who_is_where_what_changed_and_what_is_due(desk: Desk) -> None:
    text = desk.text(desk.write(), name="Orme")
    assert WORDS in text
    assert "M1 HD 1 , Callum Redfern 2 Epilepsy Solicitor" in text
    assert "In cell M1, Hatfield" in text
    assert "Review 1, detention of Callum Redfern" in text


def test_the_writer_is_refused_and_another_accepts_once(desk: Desk) -> None:
    path = desk.write()
    assert "another custody officer accepts it by name" in desk.text(path)
    refused = desk.ask(path, words="Mine")
    assert refused.status_code == 422
    assert Handover.objects.get().accepted_at is None
    taken = desk.ask(path, name="Orme", words="Read and walked round")
    assert taken.status_code == 303
    found = Handover.objects.get()
    assert str(found.accepted_by) == "PS Orme"
    assert "Accepted" in desk.text(path, name="Calder")
    again = desk.ask(path, name="Calder", words="Me too")
    assert again.status_code == 422


def test_only_custody_officers_write_and_accept(desk: Desk) -> None:
    path = desk.write()
    assert "A custody officer accepts it by name" in desk.text(path, role="reviewing_inspector")
    assert desk.ask(path, role="reviewing_inspector", words="x").status_code == 422
    assert Handover.objects.get().accepted_at is None
    assert "A custody officer writes and accepts handovers" in desk.text("/custody/handover/", role="investigator")


def test_a_restricted_person_is_a_number_in_it(desk: Desk) -> None:
    path = desk.write()
    held = Detention.objects.get()
    owner = desk.evening.officer("superintendent")
    Restriction.objects.create(record=held.person.ref, owner=owner, restricted_at=TEN)
    text = desk.text(path, name="Orme")
    assert "HD 1, restricted" in text
    assert "Redfern" not in text
    assert "Epilepsy" not in text


def test_nothing_yet(desk: Desk) -> None:
    assert "Nothing has been handed over yet." in desk.text("/custody/handover/")
