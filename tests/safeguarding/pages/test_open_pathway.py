"""A person opens a pathway on a domestic record, saying what they saw; each kind once."""

from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Pathway
from tests.safeguarding.at_home import OFFICER

SEEN = "The same car outside on four mornings"


def test_it_is_opened_in_words_and_its_steps_are_owed(home, pages) -> None:
    found = home.raised()
    path = f"/domestic/{found.pk}/pathway/"
    assert "Honour" in pages.reads(OFFICER, path)
    pages.refuses(OFFICER, path, "words", "Write what you saw or heard", kind="stalking", words="Yes")
    pages.refuses(OFFICER, path, "kind", "", kind="gossip", words=SEEN)
    assert not Pathway.objects.exists()
    pages.sends(OFFICER, path, kind="stalking", words=SEEN)
    row = Pathway.objects.get()
    assert (row.domestic, row.kind, row.words) == (found, "stalking", SEEN)
    assert Promise.objects.filter(record=row.ref, state="open").count() == row.steps.count()
    assert Entry.objects.filter(event="safeguarding.pathway_opened", about__contains=[found.ref]).exists()
    assert f"/pathway/{row.pk}/" in pages.reads(OFFICER, f"/domestic/{found.pk}/")
    pages.refuses(OFFICER, path, "kind", "It is open already", kind="stalking", words=SEEN)
