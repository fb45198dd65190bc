"""Leaving quickly ends the visit, takes the key back and opens the weather; Back comes to nothing."""

from bluelamp.victims.models import OwnVisit
from tests.victims.care import Care
from tests.victims.own import Own


def test_left_at_once(care: Care) -> None:
    own = Own(care).open()
    key = own.browser.cookies["page"].value
    answer = own.get("/page/leave/")
    assert answer.status_code == 302
    assert answer["Location"] == "https://www.metoffice.gov.uk/"
    assert answer["Clear-Site-Data"] == '"cache"'
    assert "no-store" in answer["Cache-Control"]
    assert OwnVisit.objects.get().ended_at is not None
    own.browser.cookies["page"] = key
    assert own.get().status_code == 404


def test_with_nothing_open_it_leads_on_all_the_same(client, db) -> None:
    assert client.get("/page/leave/").status_code == 302
