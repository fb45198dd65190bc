"""The page that closes cells: look first, confirm after, in words for those whom no cell fits."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.models import CellClosure, CellStay
from bluelamp.places.models import Cell
from tests.custody.actions.test_closing import detained, now_in
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR
PATH = "/custody/cells/hatfield/"
Send = Callable[..., HttpResponse]


@pytest.fixture
def send(evening: Evening, client: Client) -> Send:
    def sent(role: str = "custody_officer", **given: object) -> HttpResponse:
        evening.signed_in(role, client, at=NOW)
        with clock.set_to(NOW):
            return client.post(PATH, given) if given else client.get(PATH)  # type: ignore[return-value]

    return sent


def test_looking_changes_nothing_and_shows_who_goes_where(evening: Evening, send: Send) -> None:
    held = detained(evening, "Dean", "M1")
    text = send(cells=["M1"], why="Flood", do="look").content.decode()
    assert "Dean Held" in text
    assert "<b>M2</b>" in text
    assert now_in(held) == "M1"
    assert Cell.objects.filter(state="open").count() == 6


def test_confirming_does_what_was_shown(evening: Evening, send: Send) -> None:
    held = detained(evening, "Dean", "M1")
    answer = send(cells=["M1"], why="Flood", do="close", seen=f"M1>M2:{held.pk}")
    assert answer.status_code == 303
    assert now_in(held) == "M2"
    assert CellClosure.objects.get().cell.number == "M1"


def test_whom_nothing_fits_is_said_with_what_the_other_suite_has(evening: Evening, send: Send) -> None:
    held = detained(evening, "Dean", "M1", level=3)
    Cell.objects.filter(number="A1").update(features=["camera", "toilet_masked"])
    text = send(cells=["M1"], why="Flood", do="look").content.decode()
    assert "Nothing fits" in text
    assert "Level 3 needs a cell with constant observation." in text
    assert "Stevenage has 1 cell that fits" in text
    refused = send(cells=["M1"], why="Flood", do="close", seen=f"M1>?:{held.pk}")
    assert refused.status_code == 422
    assert "say what becomes of them" in refused.content.decode()
    assert now_in(held) == "M1"


def test_a_restricted_person_is_a_number_in_the_plan(evening: Evening, send: Send) -> None:
    held = detained(evening, "Zadie", "M1")
    Restriction.objects.create(record=held.person.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    text = send(cells=["M1"], why="Flood", do="look").content.decode()
    assert "T Zadie, restricted" in text
    assert "Zadie Held" not in text


def test_a_whole_wing_is_one_tick_and_opens_again(evening: Evening, send: Send) -> None:
    assert send(wings=["M"], why="Flood", do="close").status_code == 303
    assert Cell.objects.filter(number__startswith="M", state="closed").count() == 3
    assert "M1: Flood" in send().content.decode()
    assert send(do="open", reopen=["M1", "M3"]).status_code == 303
    assert list(Cell.objects.filter(state="closed").values_list("number", flat=True)) == ["M2"]
    assert not CellStay.objects.exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"why": "Flood", "do": "look"}, "Choose at least one wing or cell"),
        ({"cells": ["M1"], "why": "", "do": "look"}, "why they are closed"),
        ({"cells": ["Z9"], "why": "Flood", "do": "look"}, "Choose"),
        ({"do": "open"}, "open again"),
    ],
)
def test_bad_input_is_said_at_its_field(send: Send, given: dict[str, object], words: str) -> None:
    answer = send(**given)
    assert answer.status_code == 422
    assert words.casefold() in answer.content.decode().casefold()
    assert not CellClosure.objects.exists()


def test_a_suite_that_is_not_there(evening: Evening, client: Client) -> None:
    evening.signed_in("custody_officer", client, at=NOW)
    with clock.set_to(NOW):
        assert client.get("/custody/cells/nowhere/").status_code == 404
