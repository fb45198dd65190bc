"""Handing over by page: a custody officer writes it whole, and it leads to what was written."""

import re
from datetime import datetime

import pytest
from django.test import Client

from bluelamp import clock
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


def test_it_is_written_whole_and_leads_to_itself(desk: Desk) -> None:
    bare = desk.ask("/custody/handover/", words=" ")
    assert bare.status_code == 422
    assert {"suite", "words"} <= set(bare.context["form"].errors)
    assert not Handover.objects.exists()
    assert desk.write() == f"/custody/handover/{Handover.objects.get().pk}/"
    assert Handover.objects.get().words == WORDS


def test_only_custody_officers_write(desk: Desk) -> None:
    assert "A custody officer writes and accepts handovers" in desk.text("/custody/handover/", role="investigator")


def test_nothing_yet(desk: Desk) -> None:
    assert "Nothing has been handed over yet." in desk.text("/custody/handover/")
