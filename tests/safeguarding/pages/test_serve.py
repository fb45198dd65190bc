"""A notice is served in person, once: the court is owed, and its conditions are seen on person and address."""

from bluelamp.owed.models import Promise
from bluelamp.people.queries import warnings_of
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.models import ProtectionNotice
from tests.custody.evening import MINUTE
from tests.safeguarding.at_home import NOW, OFFICER


def test_it_is_served_once_and_seen_at_once(home, pages) -> None:
    notice = home.notice()
    path = f"/protection/{notice.pk}/serve/"
    pages.refuses(OFFICER, path, "how", "Enter", how=" ")
    assert ProtectionNotice.objects.get().served_at is None
    assert not warnings_of([notice.subject_id], at=NOW).exists()
    assert pages.sends(OFFICER, path, how="At the station, into his hand") == f"/protection/{notice.pk}/"
    assert Promise.objects.get(kind="safeguarding.hearing", record=notice.ref).state == "open"
    assert "Not to contact Joanne Marlow" in warnings_of([notice.subject_id], at=NOW + MINUTE).get().words
    assert warnings_at("Flat 6", at=NOW + MINUTE)
    assert "At the station, into his hand" in pages.reads(OFFICER, f"/protection/{notice.pk}/")
    pages.refuses(OFFICER, path, "", "It is served already", how="Again")
