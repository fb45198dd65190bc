"""The meetings: numbers alone, and which urgent cases nobody has spoken about."""

from bluelamp.safeguarding.actions.meetings import speak_at_once
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST


def test_each_with_its_numbers_and_nobody_named(home, pages) -> None:
    assert "No case was referred yet." in pages.reads(SPECIALIST, "/marac/")
    case = home.case(urgent=True)
    page = pages.reads(SPECIALIST, "/marac/")
    for words in ("Wed 9 Dec 2026", f"/marac/meeting/{case.meeting_id}/", "1 not spoken about yet"):
        assert words in page, words
    assert "Marlow" not in page
    done(speak_at_once, NOW, by=home.by(SPECIALIST), case=case.pk, words="Refuge: a room tonight")
    assert "None waits" in pages.reads(SPECIALIST, "/marac/")
    assert pages.go(OFFICER, "/marac/").status_code == 403
