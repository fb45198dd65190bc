"""Closing an incident: what is left undone is named before and after, and what it was is written with its result."""

from bluelamp.calls.models import Incident
from bluelamp.ledger.models import Entry
from tests.safeguarding.at_home import NOW, OFFICER

GIVEN = {"closing_code": "public_safety", "result": "Risk assessed, she is with her sister"}


def test_what_is_left_undone_is_named_and_it_stays_open(home, pages) -> None:
    found = home.settled()
    path = f"/incident/{found.incident_id}/close/"
    assert "the risk assessed, for domestic abuse" in pages.reads("dispatcher", path)
    pages.refuses("dispatcher", path, "", "the risk assessed, for domestic abuse", **GIVEN)
    assert Incident.objects.get().state == "open"


def test_it_is_closed_with_what_it_was_once(home, pages) -> None:
    incident = home.assessed().incident
    Incident.objects.filter(pk=incident.pk).update(first_at_scene_at=NOW)
    path = f"/incident/{incident.pk}/close/"
    assert "Left undone" not in pages.reads("dispatcher", path)
    pages.refuses("dispatcher", path, "closing_code", "Choose", **{**GIVEN, "closing_code": ""})
    pages.refuses("dispatcher", path, "result", "Enter", **{**GIVEN, "result": " "})
    assert Incident.objects.get().state == "open"
    assert pages.sends("dispatcher", path, **GIVEN) == "/board/", "closed, the log goes by what came of it"
    incident.refresh_from_db()
    assert (incident.state, incident.closing_code) == ("closed", "public_safety")
    assert Entry.objects.filter(event="calls.incident_closed", record=incident.ref).exists()
    assert GIVEN["result"] in pages.reads("domestic_abuse_specialist", f"/incident/{incident.pk}/")
    assert pages.go("dispatcher", path).url.startswith("/restricted/incident:")
    assert pages.go(OFFICER, path).status_code == 403
