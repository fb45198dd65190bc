"""Custody visitors see cells, never who is in them; what they raise is answered on the same page."""

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import CustodyVisit
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


def test_a_visitor_sees_cells_and_no_more(evening: Evening, client: Client) -> None:
    found = evening.held()
    evening.in_cell(found, "M2")
    browser = evening.signed_in("custody_visitor", client, at=NOW, name="Anne Frost")
    with clock.set_to(NOW):
        body = browser.get("/custody/visitors/").content.decode()
        assert browser.get(f"/custody/{found.pk}/call/").status_code == 403
        assert browser.get("/custody/").status_code == 403
    assert "M2" in body
    assert "Redfern" not in body
    assert found.number not in body


def test_a_visit_written_and_answered(evening: Evening, client: Client) -> None:
    browser = evening.signed_in("custody_visitor", client, at=NOW, name="Anne Frost")
    given = {"suite": evening.hatfield.pk, "visitors": "Anne Frost and Sunil Rao", "seen": "m1", "raised": "M1 is cold",
             "came_at_0": "2026-11-21", "came_at_1": "00:05"}  # fmt: skip
    with clock.set_to(NOW):
        wrong = browser.post("/custody/visitors/", {**given, "seen": "Z9"})
        assert wrong.status_code == 422
        assert b"no cell Z9" in wrong.content
        assert browser.post("/custody/visitors/", given).status_code == 303
        made = CustodyVisit.objects.get()
        assert made.seen == ["M1"]
        inspector = evening.signed_in("reviewing_inspector", Client(), at=NOW)
        assert b"Your answer" in inspector.get("/custody/visitors/").content
        assert inspector.post("/custody/visitors/", {"visit": made.pk, "answer": "Mended"}).status_code == 303
    made.refresh_from_db()
    assert made.answer == "Mended"
