"""A case goes on the list of the next meeting still open: after an assessment, where a criterion is met, in words."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import MaracReferral
from tests.safeguarding.at_home import SPECIALIST

WHY = "Strangled twice in a month"


def test_it_is_referred_with_its_criteria_and_restricted(home, pages) -> None:
    found = home.assessed(grade="high")
    path = f"/domestic/{found.pk}/meeting/"
    page = pages.reads(SPECIALIST, path)
    assert "High risk by the officer's judgement. The next list that is open: Wed 9 Dec 2026." in page
    pages.refuses(SPECIALIST, path, "reason", "Say why the bodies need to hear it", reason="Risk")
    assert not MaracReferral.objects.exists()
    pages.sends(SPECIALIST, path, reason=WHY, urgent="on")
    case = MaracReferral.objects.get()
    assert (case.reason, case.urgent) == (WHY, True)
    assert Promise.objects.filter(record=case.ref, state="open").count() == 1
    assert pages.go("response_officer", f"/marac/{case.pk}/", name="Other").status_code == 302
    pages.refuses(SPECIALIST, path, "", "on the list of a meeting already", reason=WHY)


def test_not_before_it_is_assessed_nor_without_a_criterion(home, pages) -> None:
    found = home.settled()
    path = f"/domestic/{found.pk}/meeting/"
    assert "No criterion is met yet." in pages.reads(SPECIALIST, path)
    pages.refuses(SPECIALIST, path, "", "Assess the risk first", reason=WHY)
    home.assessed(found)
    pages.refuses(SPECIALIST, path, "", "No criterion is met", reason=WHY)
    assert not MaracReferral.objects.exists()
