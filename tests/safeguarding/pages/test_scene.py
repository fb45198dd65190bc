"""The scene accounted for: arrested or why not, who is the primary aggressor, filmed or why not."""

from bluelamp.ledger.models import Entry
from bluelamp.safeguarding.models import DomesticIncident
from tests.custody.evening import TEN
from tests.safeguarding.at_home import OFFICER

GIVEN = {"suspect_present": "yes", "grounds": "yes", "arrested": "on", "filmed": "on"}


def test_what_is_not_explained_is_asked_for(home, pages) -> None:
    found = home.assessed()
    path = f"/domestic/{found.pk}/scene/"
    for changed, field, words in (
        ({"suspect_present": ""}, "suspect_present", "whether the suspect was there"),
        ({"grounds": ""}, "grounds", "whether there were grounds"),
        ({"arrested": ""}, "why_not_arrested", "An arrest is expected here"),
        ({"counter_allegation": "on"}, "primary_aggressor", "write who the primary aggressor is"),
        ({"filmed": ""}, "not_filmed_why", "Not filmed: write why not"),
    ):
        pages.refuses(OFFICER, path, field, words, **{**GIVEN, **changed})
    assert DomesticIncident.objects.get().scene_at is None
    pages.sends(OFFICER, path, **{**GIVEN, "arrested": "", "why_not_arrested": "He was in hospital"})
    found.refresh_from_db()
    assert (found.arrested, found.why_not_arrested) == (False, "He was in hospital")
    assert Entry.objects.filter(event="safeguarding.scene", record=found.ref).count() == 1
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    assert "No arrest" in page
    assert "He was in hospital" in page


def test_whoever_is_arrested_already_is_not_asked_about(home, pages) -> None:
    found = home.assessed()
    home.evening.arrest(incident=found.incident, at=TEN)
    page = pages.go(OFFICER, f"/domestic/{found.pk}/scene/")
    assert page.context["form"]["arrested"].value() is True
