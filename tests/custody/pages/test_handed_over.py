"""One handover as it was written: who is where and what is due; another custody officer accepts it, once."""

import re

import pytest

from bluelamp.access.models import Restriction
from bluelamp.custody.actions.handing_over import hand_over
from bluelamp.custody.models import Detention, Handover
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + 4 * HOUR
WORDS = "He has had one fit; the nurse is back at nine"


@pytest.fixture
def path(evening: Evening) -> str:
    """Of the handover that the custody officer wrote, with one person in a cell."""
    found = evening.held()
    evening.in_cell(found, "M1")
    Detention.objects.filter(pk=found.pk).update(level=2, risk_marks=["Epilepsy"], waiting_for=["Solicitor"])
    facts = {"suite": evening.hatfield.pk, "began_at": TEN, "words": WORDS}
    return f"/custody/handover/{done(hand_over, NOW, by=evening.acting('custody_officer', 'Haldane'), **facts)}/"


def text(desk: Desk, path: str, role: str = "custody_officer") -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", desk.open(role, path, at=NOW).content.decode()).split())


def test_it_shows_who_is_where_what_changed_and_what_is_due(desk: Desk, path: str) -> None:
    shown = text(desk, path)
    assert WORDS in shown
    assert "M1 HD 1 , Callum Redfern 2 Epilepsy Solicitor" in shown
    assert "In cell M1, Hatfield" in shown
    assert "Review 1, detention of Callum Redfern" in shown


def test_another_custody_officer_accepts_it_once(desk: Desk, path: str) -> None:
    assert "A custody officer accepts it by name" in text(desk, path, "reviewing_inspector")
    assert desk.send("reviewing_inspector", path, at=NOW, words="x").status_code == 422
    assert Handover.objects.get().accepted_at is None
    assert desk.send("custody_officer", path, at=NOW, words="Read and walked round").status_code == 303
    assert Handover.objects.get().accepted_at == NOW
    assert "Accepted" in text(desk, path)
    assert desk.send("custody_officer", path, at=NOW, words="Me too").status_code == 422


def test_the_writer_does_not_accept_it(evening: Evening, desk: Desk, path: str) -> None:
    Handover.objects.update(written_by=evening.officer("custody_officer"))
    assert "another custody officer accepts it by name" in text(desk, path)
    assert desk.send("custody_officer", path, at=NOW, words="Mine").status_code == 422
    assert Handover.objects.get().accepted_at is None


def test_a_restricted_person_is_a_number_in_it(evening: Evening, desk: Desk, path: str) -> None:
    owner = evening.officer("superintendent")
    Restriction.objects.create(record=Detention.objects.get().person.ref, owner=owner, restricted_at=TEN)
    shown = text(desk, path)
    assert "HD 1, restricted" in shown
    assert "Redfern" not in shown
    assert "Epilepsy" not in shown
