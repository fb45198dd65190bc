"""Choosing a cell by page: what the record says of the person counts; a full suite points to the next."""

from django.test import Client

from bluelamp.custody.models import CellStay
from bluelamp.places.models import Cell
from tests.custody.actions.test_closing import detained, now_in
from tests.custody.desk import Desk
from tests.custody.evening import Evening


def test_level_marks_and_disability_are_thought_of(evening: Evening, client: Client) -> None:
    Cell.objects.filter(number="M3").update(features=["camera", "toilet_masked", "near_desk"])
    held = detained(evening, "Al", "M1", level=3, risk_marks=["Drunk"])
    text = Desk(evening, client).open("custody_officer", f"/custody/{held.pk}/cell/").content.decode()
    assert "1 cell of Hatfield is possible" in text
    assert "It is near the desk. It can be watched without a break, as level 3 asks." in text
    assert "Level 3 needs a cell with constant observation." in text


def test_no_level_yet_is_said(evening: Evening, client: Client) -> None:
    held = detained(evening, "Al", "M1")
    text = Desk(evening, client).open("custody_officer", f"/custody/{held.pk}/cell/").content.decode()
    assert "No observation level is set yet" in text


def test_a_suite_without_a_cell_for_this_person_points_to_the_next(evening: Evening, client: Client) -> None:
    Cell.objects.filter(number="A2").update(features=["constant_watch"])
    held = detained(evening, "Al", "M1", level=4)
    text = Desk(evening, client).open("custody_officer", f"/custody/{held.pk}/cell/").content.decode()
    assert "Hatfield has no cell for this person" in text
    assert "Stevenage has 1 that would do." in text


def test_an_inspector_places_a_trans_person_by_assessment(evening: Evening, client: Client) -> None:
    desk = Desk(evening, client)
    held = detained(evening, "Al", "M1", level=1)
    CellStay.objects.all().delete()
    path, cell = f"/custody/{held.pk}/cell/", evening.cell("M2").pk
    given = {"cell": cell, "individually": "on", "reason": "Asked her; she feels safest here"}
    sergeant = desk.send("custody_officer", path, **given)
    assert sergeant.status_code == 422
    assert desk.send("reviewing_inspector", path, cell=cell, individually="on").status_code == 422
    assert desk.send("reviewing_inspector", path, **given).status_code == 303
    assert now_in(held) == "M2"


def test_a_cell_taken_meanwhile_is_said(evening: Evening, client: Client) -> None:
    desk, first, second = Desk(evening, client), evening.held(), evening.held(person=evening.person("Jay", "Kemble"))
    path = f"/custody/{second.pk}/cell/"
    assert b"Nothing against it" in desk.open("custody_officer", path).content
    evening.in_cell(first, "M1")
    sent = desk.send("custody_officer", path, cell=evening.cell("M1").pk)
    assert sent.status_code == 422
    assert b"M1 is occupied: one to a cell." in sent.content
    assert desk.send("detention_officer", path, cell=evening.cell("M2").pk).status_code == 303
    assert CellStay.objects.filter(during__upper_inf=True).count() == 2
