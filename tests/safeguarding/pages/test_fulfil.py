"""A body has done what it undertook, in its words, once."""

from datetime import date

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.actions.meetings import undertake
from bluelamp.safeguarding.models import MaracAction
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, SPECIALIST


def test_it_is_done_once(home, pages) -> None:
    case = home.case()
    done(undertake, NOW, by=home.by(SPECIALIST), case=case.pk, words="A new lock", due_on=date(2026, 12, 11))
    made = MaracAction.objects.get()
    path = f"/marac/action/{made.pk}/"
    assert "Police: A new lock" in pages.reads(SPECIALIST, path)
    pages.refuses(SPECIALIST, path, "words", "Enter", words=" ")
    assert MaracAction.objects.get().done_at is None
    assert pages.sends(SPECIALIST, path, words="Fitted on Tuesday") == f"/marac/{case.pk}/"
    assert Promise.objects.get(record=case.ref, slot=str(made.pk)).state == "kept"
    assert "Fitted on Tuesday" in pages.reads(SPECIALIST, f"/marac/{case.pk}/")
    pages.refuses(SPECIALIST, path, "", "That is done already", words="Fitted again")
    assert pages.go(SPECIALIST, "/marac/action/0/").status_code == 404
