"""A pathway that stands alone is taken on by name, once by each."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Pathway
from tests.safeguarding.at_home import OFFICER, SPECIALIST


def test_it_is_theirs_to_see_assessed(home, pages) -> None:
    row = home.stalked()
    path = f"/pathway/{row.pk}/take-on/"
    assert "Nobody has it yet" in pages.reads(OFFICER, path)
    assert pages.sends(OFFICER, path) == f"/pathway/{row.pk}/"
    assert Pathway.objects.get().owner == home.evening.officer(OFFICER)
    assert Promise.objects.get(kind="safeguarding.assess_pathway").unit == "PC Response Officer"
    assert "Take it on" not in pages.reads(OFFICER, f"/pathway/{row.pk}/")
    pages.refuses(OFFICER, path, "", "You have it already")
    assert "PC Response Officer has it now, and will still see it" in pages.reads(SPECIALIST, path)
