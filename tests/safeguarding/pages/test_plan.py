"""The safety plan: step by step, with them or saying why not, looked at again on a day to come."""

from bluelamp.safeguarding.models import SafetyPlan
from tests.safeguarding.at_home import OFFICER

GIVEN = {"steps": "Her sister's\n\nThe bag", "agreed_with": "on", "review_on": "2026-11-27"}


def test_it_is_kept_and_a_change_is_a_new_one(home, pages) -> None:
    found = home.assessed()
    path = f"/domestic/{found.pk}/plan/"
    pages.refuses(OFFICER, path, "review_on", "on a day to come", **{**GIVEN, "review_on": "2026-11-20"})
    pages.refuses(OFFICER, path, "why_not", "why it was not made with them", **{**GIVEN, "agreed_with": ""})
    pages.refuses(OFFICER, path, "steps", "Enter", **{**GIVEN, "steps": " \n "})
    assert not SafetyPlan.objects.exists()
    pages.sends(OFFICER, path, **GIVEN)
    assert SafetyPlan.objects.get().steps == ["Her sister's", "The bag"]
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    assert "The bag" in page
    assert "again on Fri 27 Nov" in page
    assert "The bag" in pages.reads(OFFICER, path), "the next plan begins with what was agreed"
    pages.sends(OFFICER, path, **{**GIVEN, "steps": "Her mother's", "agreed_with": "", "why_not": "In hospital"})
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    assert "Not made with them: In hospital" in page
    assert SafetyPlan.objects.count() == 2
