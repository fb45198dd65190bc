"""A new address is kept from whoever could pass it on: whole, with why; on the record alone."""

from bluelamp.people.models import KeptAddress
from tests.safeguarding.at_home import OFFICER

GIVEN = {"address": "14 Orchard Close, AL1 2QX", "why": "From Callum Redfern"}


def test_it_is_kept_and_read_on_the_record_alone(home, pages) -> None:
    found = home.assessed()
    path = f"/domestic/{found.pk}/address/"
    pages.refuses(OFFICER, path, "address", "Give the whole address", **{**GIVEN, "address": "9 A"})
    pages.refuses(OFFICER, path, "address", "or its postcode", **{**GIVEN, "address": "Rose Cottage, Shenley"})
    pages.refuses(OFFICER, path, "why", "", **{**GIVEN, "why": " "})
    assert not KeptAddress.objects.exists()
    pages.sends(OFFICER, path, **GIVEN)
    assert KeptAddress.objects.get().person == found.victim.person
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    assert "14 Orchard Close, AL1 2QX" in page
    assert "kept from others: write it nowhere else" in page
    for where in (f"/incident/{found.incident_id}/", f"/person/{found.victim.person_id}/"):
        assert "Orchard" not in pages.reads("dispatcher", where), where


def test_where_nobody_harmed_is_named_there_is_no_such_page(home, pages) -> None:
    assert pages.go(OFFICER, f"/domestic/{home.raised(named=False).pk}/address/").status_code == 404
