"""Who wrote the kept address without being on the record: read by its owner, and what was done is said once."""

import pytest

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.actions.telling_owner import note_written
from bluelamp.safeguarding.models import AddressWritten
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER

SAID = "A call from there; she is safe"


@pytest.fixture
def written(home) -> AddressWritten:
    found = home.assessed()
    done(note_written, NOW, by=home.by("dispatcher"), people=[found.victim.person_id], where="/calls/incident/1/line/")
    return AddressWritten.objects.get()


def test_its_owner_says_what_was_done_once(pages, written) -> None:
    path = f"/domestic/written/{written.pk}/"
    page = pages.reads(OFFICER, path)
    for words in ("Dispatcher is not on this record", "They were told nothing", "/calls/incident/1/line/"):
        assert words in page, words
    pages.refuses(OFFICER, path, "words", "Enter", words=" ")
    assert AddressWritten.objects.get().looked_at is None
    pages.sends(OFFICER, path, words=SAID)
    assert Promise.objects.get(kind="safeguarding.look_at_written").state == "kept"
    page = pages.reads(OFFICER, path)
    assert SAID in page
    assert "I have looked at it" not in page
    pages.refuses(OFFICER, path, "", "It was looked at already", words="Again")


def test_not_by_who_wrote_it_nor_by_who_is_not_on_the_record(pages, written) -> None:
    path = f"/domestic/written/{written.pk}/"
    assert pages.go("dispatcher", path).status_code == 403
    assert pages.go(OFFICER, path, name="Other").status_code == 302
    assert pages.go(OFFICER, "/domestic/written/0/").status_code == 404
