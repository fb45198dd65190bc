"""A supervisor closes a pathway in words: what is open is owed no more, what was written stays."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Pathway
from tests.safeguarding.at_home import OFFICER, SPECIALIST


def test_it_is_closed_in_words_once(home, pages) -> None:
    row = home.stalked()
    path = f"/pathway/{row.pk}/close/"
    assert pages.go(OFFICER, path).status_code == 403
    pages.refuses(SPECIALIST, path, "why", "Say why, in words", why="Mistake")
    assert Pathway.objects.get().closed_at is None
    assert Promise.objects.filter(record=row.ref, state="open").exists()
    assert pages.sends(SPECIALIST, path, why="A neighbour, by chance") == f"/pathway/{row.pk}/"
    assert not Promise.objects.filter(record=row.ref, state="open").exists()
    page = pages.reads(SPECIALIST, f"/pathway/{row.pk}/")
    for words in ("Closed", "A neighbour, by chance", "Nothing is owed on this pathway.", "It is closed."):
        assert words in page, words
    pages.refuses(SPECIALIST, path, "", "It is closed already", why="Once more closed")
