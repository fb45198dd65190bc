"""A supervisor looks again: sees what was not answered, and says what holds from now on, once and in words."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Assessment, DomesticIncident
from tests.custody.evening import TEN
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST

GIVEN = {"grade": "high", "words": "He has found out where she works"}


def test_what_is_not_answered_stands_out_and_another_grade_holds(home, pages) -> None:
    found = home.assessed(answers={"injured": "yes", "frightened": "not_known"})
    path = f"/domestic/{found.pk}/second-look/"
    page = pages.reads(SPECIALIST, path)
    assert page.count("Not asked") >= 25
    assert "What she says and what I saw" in page
    pages.refuses(SPECIALIST, path, "words", "", **{**GIVEN, "words": " "})
    assert Assessment.objects.get().looked_at is None
    pages.sends(SPECIALIST, path, **GIVEN)
    assert DomesticIncident.objects.get().grade == "high"
    assert Promise.objects.get(kind="safeguarding.second_look").state == "kept"
    assert "He has found out where she works" in pages.reads(SPECIALIST, f"/domestic/{found.pk}/")
    pages.refuses(SPECIALIST, path, "", "Nothing waits for a second look", **GIVEN)


def test_not_by_who_assessed_it_nor_without_a_fresh_sign_in(home, pages) -> None:
    found = home.assessed()
    path = f"/domestic/{found.pk}/second-look/"
    assert pages.go(OFFICER, path).status_code == 403
    pages.home.evening.signed_in(SPECIALIST, pages.client, at=TEN)
    assert pages.go(SPECIALIST, f"/domestic/{home.raised().pk}/second-look/", at=NOW).status_code == 404
