"""The risk on a pathway that stands alone: decided in words, never low while the whole course is not asked about."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.actions.pathways import open_pathway
from bluelamp.safeguarding.models import Pathway
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER

WORDS = "The same man at her gate on four mornings"


def test_it_is_decided_in_words(home, pages) -> None:
    row = home.stalked()
    path = f"/pathway/{row.pk}/assess/"
    assert "what they fear most" in pages.reads(OFFICER, path)
    pages.refuses(OFFICER, path, "reason", "Say in your own words", grade="high", reason="Fear")
    pages.refuses(OFFICER, path, "grade", "Not Standard before this is done", grade="standard", reason="He has stopped")
    assert Pathway.objects.get().assessed_at is None
    pages.sends(OFFICER, path, grade="high", reason=WORDS)
    row.refresh_from_db()
    assert (row.grade, row.owner) == ("high", home.evening.officer(OFFICER))
    assert Promise.objects.get(kind="safeguarding.assess_pathway").state == "kept"
    page = pages.reads(OFFICER, f"/pathway/{row.pk}/")
    assert "Assess the risk again" in page
    assert WORDS in page


def test_on_a_domestic_record_it_is_assessed_there(home, pages) -> None:
    found = home.raised()
    row = done(open_pathway, NOW, by=home.by(OFFICER), domestic=found.pk, kind="stalking", words=WORDS)
    pages.refuses(OFFICER, f"/pathway/{row}/assess/", "", "belongs to a domestic record", grade="high", reason=WORDS)
