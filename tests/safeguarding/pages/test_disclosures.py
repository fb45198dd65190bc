"""The requests about a past: their state, each veiled by itself, every look written."""

from bluelamp.access.models import Restriction
from bluelamp.ledger.models import Entry
from tests.safeguarding.at_home import OFFICER, SPECIALIST

PATH = "/clares-law/"


def test_nobody_has_asked_yet(home, pages) -> None:
    assert "Nobody has asked yet." in pages.reads(SPECIALIST, PATH)
    assert pages.go(OFFICER, PATH).status_code == 403


def test_each_with_its_state_and_the_look_is_written(home, pages) -> None:
    found = home.asked()
    home.asked(checked=True)
    home.asked(checked=True, disclose=True)
    home.asked(checked=True, disclose=False)
    page = pages.reads(SPECIALIST, PATH)
    for words in (f"Request {found.pk}", "Right to ask", "First checks", "Checked", "To be told", "not to tell"):
        assert words in page, words
    assert "He broke a door" not in page
    assert Entry.objects.filter(event="access.looked", about__contains=[found.ref]).exists()


def test_one_that_is_not_for_them_says_whom_to_ask(home, pages) -> None:
    found = home.asked()
    Restriction.objects.filter(record=found.ref).update(roles=[])
    page = pages.reads(SPECIALIST, PATH, name="Other")
    assert "A restricted record exists. Ask" in page
    assert f"/clares-law/{found.pk}/" not in page
