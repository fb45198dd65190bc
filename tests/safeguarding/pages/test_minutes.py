"""The minutes of one case: kept once, and never where an urgent one waited for the meeting."""

from bluelamp.safeguarding.actions.meetings import speak_at_once
from bluelamp.safeguarding.models import MaracReferral
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST

SAID = "The sister takes the children"


def test_they_are_kept_once(home, pages) -> None:
    case = home.case(urgent=True)
    path = f"/marac/{case.pk}/minutes/"
    pages.refuses(SPECIALIST, path, "", "Speak to the bodies concerned now", minutes=SAID)
    assert MaracReferral.objects.get().minutes == ""
    done(speak_at_once, NOW, by=home.by(SPECIALIST), case=case.pk, words="Refuge: a room tonight")
    pages.refuses(SPECIALIST, path, "minutes", "Enter", minutes=" ")
    assert pages.sends(SPECIALIST, path, minutes=SAID) == f"/marac/{case.pk}/"
    assert MaracReferral.objects.get().heard_at
    assert SAID in pages.reads(SPECIALIST, f"/marac/{case.pk}/")
    pages.refuses(SPECIALIST, path, "", "Its minutes are kept already", minutes="Others")
    assert MaracReferral.objects.get().minutes == SAID
    assert pages.go(OFFICER, path).status_code == 403
