"""What the court decided on a warrant: its hours from issue, or a refusal in its words; only where one waits."""

import pytest

from bluelamp.custody.models import Application, Detention
from tests.custody.desk import Desk
from tests.custody.evening import HOUR
from tests.custody.pages.test_warrant import AT, GIVEN

WHEN = {"decided_at_0": "2026-11-22", "decided_at_1": "05:00"}
AFTER = AT + HOUR


@pytest.fixture
def path(extended: Detention, desk: Desk) -> str:
    """Of the decision: the application is made."""
    desk.send("investigator", f"/custody/{extended.pk}/warrant/", at=AT, **GIVEN, copy_given="on")
    return f"/custody/{extended.pk}/warrant/decision/"


def test_issued_for_some_hours(extended: Detention, desk: Desk, path: str) -> None:
    no_hours = desk.send("investigator", path, at=AFTER, **WHEN, decision="issued")
    assert "Enter for how many hours" in str(no_hours.context["form"].errors["hours"])
    too_long = desk.send("investigator", path, at=AFTER, **WHEN, decision="issued", hours=72)
    assert (too_long.status_code, set(too_long.context["form"].errors)) == (422, {"hours"})
    assert Application.objects.get().hours is None
    assert desk.send("investigator", path, at=AFTER, **WHEN, decision="issued", hours=24).status_code == 303
    assert Application.objects.get().hours == 24
    text = desk.open("investigator", f"/custody/{extended.pk}/clocks/", at=AFTER).content.decode()
    assert "Warrant issued 05:00 Sun 22 Nov 2026 for 24 h, which run from issue." in text
    none = desk.send("investigator", path, at=AFTER, **WHEN, decision="issued", hours=24)
    assert b"No application is waiting" in none.content


def test_a_refusal_by_the_court_is_kept_in_its_words(desk: Desk, path: str) -> None:
    silent = desk.send("investigator", path, at=AFTER, **WHEN, decision="refused")
    assert "what the court said" in str(silent.context["form"].errors["words"])
    assert desk.send("investigator", path, at=AFTER, **WHEN, decision="refused", words="Not needed").status_code == 303
    assert Application.objects.get().outcome == "refused"
