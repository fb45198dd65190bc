"""One case of the meeting: all that was said of it, for those who keep it and nobody else."""

from datetime import date

from bluelamp.ledger.models import Entry
from bluelamp.safeguarding.actions.meetings import hear, share_case, speak_at_once, undertake
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST


def test_what_is_not_done_yet_is_said(home, pages) -> None:
    case = home.case(urgent=True)
    page = pages.reads(SPECIALIST, f"/marac/{case.pk}/")
    for words in ("Joanne Marlow", "It does not wait for the meeting", "Nothing is undertaken yet.", "Strangled twice"):
        assert words in page, words
    assert "Sent to bodies" not in page
    assert pages.go("contact_handler", f"/marac/{case.pk}/").status_code == 403
    assert pages.go(OFFICER, f"/marac/{case.pk}/", name="Other").status_code == 302
    assert Entry.objects.filter(event="access.looked", about__contains=[case.ref]).exists()


def test_all_of_it_stands_here_and_its_minutes_nowhere_else(home, pages) -> None:
    case, by, said = home.case(), home.by(SPECIALIST), "The sister takes the children"
    done(speak_at_once, NOW, by=by, case=case.pk, words="Refuge: a room tonight")
    done(undertake, NOW, by=by, case=case.pk, words="A new lock", due_on=date(2026, 12, 11))
    home.advisers()
    done(share_case, NOW, by=by, case=case.pk, partner="advisers", asked="Come to the meeting")
    done(hear, NOW, by=by, case=case.pk, minutes=said)
    page = pages.reads(SPECIALIST, f"/marac/{case.pk}/")
    for words in ("a room tonight", "Police", "A new lock", "Share ", said, "They are kept already.", "Heard"):
        assert words in page, words
    found = case.domestic
    for path in (f"/domestic/{found.pk}/", f"/person/{found.victim.person_id}/", f"/incident/{found.incident_id}/"):
        assert said not in pages.reads(SPECIALIST, path), path
