"""The forms of the custody desk: one action each, refusals beside their fields, a fresh sign-in for authority."""

from datetime import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.models import Absence, CellStay, Extension, Postponement, Review, Slot
from bluelamp.places.models import Cell
from tests.custody.evening import HOUR, MINUTE, TEN, Evening

NOW = TEN + 2 * HOUR


class Desk:
    """Somebody at a page: gets it, sends it, reads what came back."""

    def __init__(self, evening: Evening, client: Client) -> None:
        self.evening, self.client = evening, client

    def open(self, role: str, path: str, *, at: datetime = NOW, fresh: bool = True) -> HttpResponse:
        return self._ask("get", role, path, at, fresh, {})

    def send(self, role: str, path: str, *, at: datetime = NOW, fresh: bool = True, **given: Any) -> HttpResponse:
        return self._ask("post", role, path, at, fresh, given)

    def _ask(self, way: str, role: str, path: str, at: datetime, fresh: bool, given: dict[str, Any]) -> HttpResponse:
        self.evening.signed_in(role, self.client, at=at if fresh else at - 10 * HOUR)
        with clock.set_to(at):
            return getattr(self.client, way)(path, given)


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_a_review_by_the_wrong_rank_is_refused_with_the_law(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    given = {"outcome": "continued", "words": "Still necessary", "method": "in_person", "n": 1}
    at = TEN + 6 * HOUR
    sent = desk.send("custody_officer", f"/custody/{found.pk}/review/", at=at, **given)
    assert sent.status_code == 422
    assert b"needs an inspector or above" in sent.content
    assert b"PACE s.40" in sent.content
    assert desk.send("reviewing_inspector", f"/custody/{found.pk}/review/", at=at, **given).status_code == 303
    again = desk.send("reviewing_inspector", f"/custody/{found.pk}/review/", at=at, **given)
    assert b"Review 1 was done meanwhile" in again.content
    assert Review.objects.count() == 1


def test_a_form_sent_twice_does_its_work_once(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    given = {"outcome": "continued", "words": "Still necessary", "method": "in_person", "n": 1,
             "key": "9b2d1c4e-0000-4000-8000-000000000002"}  # fmt: skip
    path = f"/custody/{found.pk}/review/"
    codes = [desk.send("reviewing_inspector", path, at=TEN + 6 * HOUR, **given).status_code for _ in range(2)]
    assert codes == [303, 303]
    assert Review.objects.count() == 1


def test_postpone_and_extend(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    sent = desk.send("reviewing_inspector", f"/custody/{found.pk}/postpone/", reason="no_review_officer", words="Away")
    assert sent.status_code == 303
    assert Postponement.objects.count() == 1
    given = {"until_0": "2026-11-22", "until_1": "05:00", "grounds": "x", "representations": "none made",
             "necessary": "on", "diligent": "on", "responsible": "on", "method": "in_person"}  # fmt: skip
    early = desk.send("superintendent", f"/custody/{found.pk}/extend/", **given)
    assert early.status_code == 422
    assert b"Review 2 has not been done yet" in early.content
    assert not Extension.objects.exists()


def test_choosing_a_cell_gives_reasons_and_a_cell_taken_meanwhile_is_said(evening: Evening, desk: Desk) -> None:
    first, second = evening.held(), evening.held(person=evening.person("Jay", "Kemble"))
    path = f"/custody/{second.pk}/cell/"
    assert b"Nothing against it" in desk.open("custody_officer", path).content
    evening.in_cell(first, "M1")
    sent = desk.send("custody_officer", path, cell=evening.cell("M1").pk)
    assert sent.status_code == 422
    assert b"M1 is occupied: one to a cell." in sent.content
    assert desk.send("detention_officer", path, cell=evening.cell("M2").pk).status_code == 303
    assert CellStay.objects.filter(during__upper_inf=True).count() == 2


def test_hospital_out_and_back_on_one_page(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/hospital/"
    assert desk.send("custody_officer", path, why="Head wound", where="Lister").status_code == 303
    back = desk.open("custody_officer", path, at=NOW + HOUR)
    assert b"Back from hospital" in back.content
    half = desk.send("custody_officer", path, at=NOW + HOUR, questioned_from_0="2026-11-21",
                     questioned_from_1="00:20")  # fmt: skip
    assert b"when questioning began and when it ended" in half.content
    silent = desk.send("custody_officer", path, at=NOW + HOUR)
    assert silent.context["form"].errors.keys() == {"kept", "report"}
    reported = {"kept": "yes", "report": "Seen, fit to detain"}
    assert desk.send("custody_officer", path, at=NOW + HOUR, **reported).status_code == 303
    assert Absence.objects.get().returned_at == NOW + HOUR


def test_a_crew_is_answered_and_a_full_suite_is_refused_in_words(evening: Evening, desk: Desk) -> None:
    arrest = evening.arrest()
    Slot.objects.create(
        arrest_id=arrest, suite=evening.hatfield, asked_at=NOW, eta=NOW + HOUR, lapses_at=NOW + 2 * HOUR
    )
    path = f"/custody/arrest/{arrest}/place/"
    assert b"3 of 3" in desk.open("custody_officer", path).content
    diverted = desk.send("custody_officer", path, answer="divert")
    assert diverted.context["form"].errors["why"]
    Cell.objects.filter(suite=evening.hatfield).update(state="closed", closed_why="Flood")
    full = desk.send("custody_officer", path, answer="accept")
    assert b"Hatfield has no free cell" in full.content
    assert desk.send("custody_officer", path, answer="divert", why="Flood").status_code == 303
    again = desk.open("custody_officer", path).content
    assert b"No place is asked for this person now" in again
    assert f"/arrest/{arrest}/arrive/".encode() in again
    assert f"/arrest/{arrest}/arrive/".encode() not in desk.open("detention_officer", path).content


def test_a_restricted_record_sends_to_whom_to_ask(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    Restriction.objects.create(record=found.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    for page in ("cell", "hospital", "authorise"):
        sent = desk.open("custody_officer", f"/custody/{found.pk}/{page}/")
        assert sent.status_code == 302
        assert sent["Location"].startswith(f"/restricted/{found.ref}")


def test_a_closed_record_says_when_and_how_it_ended(evening: Evening, desk: Desk) -> None:
    found = evening.arrived(at=NOW - 20 * MINUTE)
    desk.send("custody_officer", f"/custody/{found.pk}/authorise/", decision="refuse", grounds="No grounds")
    sent = desk.send("custody_officer", f"/custody/{found.pk}/hospital/", why="Too late", where="Lister")
    assert b"was closed" in sent.content
    assert b"detention not authorised" in sent.content
