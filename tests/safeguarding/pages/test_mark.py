"""A warning on a number or an address: until a day to come, seen by the next call handler, never the new address."""

from bluelamp.people.actions.safety import keep_address
from bluelamp.people.queries import warnings_on
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.models import Marker
from tests.custody.evening import MINUTE, done
from tests.safeguarding.at_home import NOW, OFFICER

GIVEN = {"on": "number", "what": "07700 900111", "words": "Do not ring back", "until": "2026-12-10"}


def test_it_is_put_there_and_stands_on_the_record(home, pages) -> None:
    found = home.assessed()
    path = f"/domestic/{found.pk}/mark/"
    assert 'value="2026-12-18"' in pages.reads(OFFICER, path), "four weeks, unless another day is chosen"
    for field, value, words in (
        ("until", "2026-11-19", "must end after now"),
        ("until", "9999-12-31", "Enter a day such as"),
        ("what", "no number", "Give the whole number"),
        ("on", "car", "Choose one of the answers"),
    ):
        pages.refuses(OFFICER, path, field, words, **{**GIVEN, field: value})
    assert not Marker.objects.exists()
    pages.sends(OFFICER, path, **GIVEN)
    assert [one.words for one in warnings_on(["07700 900111"], at=NOW + MINUTE)] == ["Do not ring back"]
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    for words in ("Lapses 11 Dec 00:00", "07700 900111", "Do not ring back", "until 00:00 Fri 11 Dec 2026"):
        assert words in page, words
    pages.sends(OFFICER, path, **{**GIVEN, "on": "address", "what": "Flat 6"})
    assert warnings_at("Flat 6", at=NOW + MINUTE)[0].words == "Do not ring back"


def test_never_the_address_that_is_kept(home, pages) -> None:
    found = home.assessed()
    person = found.victim.person_id
    done(keep_address, NOW, by=home.by(OFFICER), person=person, address="14 Orchard Close, AL1 2QX", why="From him")
    given = {**GIVEN, "on": "address", "what": "14 Orchard Close"}
    pages.refuses(OFFICER, f"/domestic/{found.pk}/mark/", "what", "new address", **given)
    assert not Marker.objects.exists()
