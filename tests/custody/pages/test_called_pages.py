"""The pages about those called, a child, treatment and custody visitors: each opens, and sends one action."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Called, Complaint, CustodyVisit, Delay, Vulnerability
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


def ask(evening: Evening, client: Client, role: str, path: str, at: datetime = NOW, **given: Any) -> Any:
    evening.signed_in(role, client, at=at)
    with clock.set_to(at):
        return client.post(path, given) if given else client.get(path)


@pytest.mark.parametrize("page", ["call", "again", "vulnerable", "healthcare", "medicine", "force", "complaint",
                                  "interview", "child", "delay"])  # fmt: skip
def test_each_page_opens_on_a_child(evening: Evening, client: Client, page: str) -> None:
    found = evening.held(arrest=evening.arrest(appears_under_18=True))
    assert ask(evening, client, "custody_officer", f"/custody/{found.pk}/{page}/").status_code == 200


def test_called_and_come_through_the_pages(evening: Evening, client: Client) -> None:
    found = evening.held(arrest=evening.arrest(appears_under_18=True))
    path = f"/custody/{found.pk}/call/"
    assert ask(evening, client, "custody_officer", path, kind="appropriate_adult").status_code == 303
    one = Called.objects.get()
    here = f"/custody/{found.pk}/called/{one.pk}/"
    given = {"news": "came", "who": "Mrs Pell", "adult": "parent", "age": "41", "police": "no"}
    missing = ask(evening, client, "custody_officer", here, **given)
    assert missing.status_code == 422
    assert b"part in the case" in missing.content
    assert ask(evening, client, "custody_officer", here, **given, involved="no").status_code == 303
    assert Called.objects.get().arrived_at == NOW


def test_vulnerability_complaint_and_delay_are_written(evening: Evening, client: Client) -> None:
    found = evening.held()
    sent = ask(evening, client, "custody_officer", f"/custody/{found.pk}/vulnerable/", vulnerable="yes", words="Voices")
    assert sent.status_code == 303
    assert Vulnerability.objects.get().vulnerable
    path = f"/custody/{found.pk}/complaint/"
    assert ask(evening, client, "detention_officer", path, words="Cold", told="Insp Marsh").status_code == 303
    assert Complaint.objects.count() == 1
    given = {"what": "delay", "right": "legal_advice", "grounds": ["alerting_suspects"], "words": "Two at large"}
    path = f"/custody/{found.pk}/delay/"
    low = ask(evening, client, "reviewing_inspector", path, **given)
    assert b"needs a superintendent or above" in low.content
    assert ask(evening, client, "superintendent", path, **given).status_code == 303
    assert Delay.objects.count() == 1


def test_a_custody_visitor_sees_cells_and_no_names(evening: Evening, client: Client) -> None:
    found = evening.held()
    evening.in_cell(found, "M1")
    seen = ask(evening, client, "custody_visitor", "/custody/visitors/").content.decode()
    assert "M1" in seen
    assert "Somebody is in it" in seen
    assert "Redfern" not in seen
    assert found.number not in seen
    assert "bodily harm" not in seen
    for path in ("/custody/", f"/detention/{found.pk}/", f"/custody/{found.pk}/call/"):
        assert ask(evening, client, "custody_visitor", path).status_code == 403


def test_a_visit_is_logged_by_the_desk_and_answered(evening: Evening, client: Client) -> None:
    evening.in_cell(evening.held(), "M1")
    path = f"/custody/visitors/suite/{evening.hatfield.pk}/"
    given = {"first": "A. Rowntree", "second": "S. Iqbal", "agreed": [evening.cell("M1").pk], "raised": "Cold"}
    assert ask(evening, client, "custody_officer", path, **given).status_code == 303
    visit = CustodyVisit.objects.get()
    answer = f"/custody/visitors/{visit.pk}/answer/"
    assert ask(evening, client, "reviewing_inspector", answer, answer="Mended").status_code == 303
    assert b"Mended" in ask(evening, client, "custody_visitor", "/custody/visitors/").content


def test_returns_open_for_the_command(evening: Evening, client: Client) -> None:
    evening.held()
    for path in ("/custody/returns/", "/custody/returns/?public"):
        assert b"Arrival to authorisation" in ask(evening, client, "commander", path).content
