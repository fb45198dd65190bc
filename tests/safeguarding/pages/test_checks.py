"""The first checks of a request: written once, in more than a word; the promise of a day is kept."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import DisclosureRequest
from tests.safeguarding.at_home import SPECIALIST


def test_they_are_written_once(home, pages) -> None:
    found = home.asked()
    path = f"/clares-law/{found.pk}/checks/"
    pages.refuses(SPECIALIST, path, "words", "whether there is danger now", words="Checked")
    assert DisclosureRequest.objects.get().checked_at is None
    assert pages.sends(SPECIALIST, path, words="Two cautions, no danger now") == f"/clares-law/{found.pk}/"
    assert DisclosureRequest.objects.get().checked_words == "Two cautions, no danger now"
    assert Promise.objects.get(kind="safeguarding.disclosure_checks").state == "kept"
    assert "Two cautions, no danger now" in pages.reads(SPECIALIST, f"/clares-law/{found.pk}/")
    pages.refuses(SPECIALIST, path, "", "The first checks are made", words="Two more cautions")
