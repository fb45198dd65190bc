"""A domestic incident is taken on by name, and from then on restricted to who is on it."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import DomesticIncident
from tests.safeguarding.at_home import OFFICER, SPECIALIST


def test_it_is_theirs_to_see_assessed_once(home, pages) -> None:
    found = home.raised()
    path = f"/domestic/{found.pk}/take-on/"
    assert "Nobody has it yet" in pages.reads(OFFICER, path)
    assert pages.sends(OFFICER, path) == f"/domestic/{found.pk}/"
    assert DomesticIncident.objects.get().owner == home.evening.officer(OFFICER)
    assert Promise.objects.get(kind="safeguarding.assess").unit == "PC Response Officer"
    pages.refuses(OFFICER, path, "", "You have it already")
    assert pages.go(OFFICER, path, name="Other").status_code == 302
    assert "PC Response Officer has it now, and will still see it" in pages.reads(SPECIALIST, path)
    pages.sends(SPECIALIST, path)
    assert DomesticIncident.objects.get().owner == home.evening.officer(SPECIALIST)
    assert "Whose it is" in pages.reads(OFFICER, f"/domestic/{found.pk}/")
