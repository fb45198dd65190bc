"""A breach of what is in force: in words, arrested after service and not in the future; the court is owed in a day."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Breach
from tests.safeguarding.at_home import DAY, NOW, OFFICER

GIVEN = {"words": "He rang her twice", "arrested_at_0": "2026-11-21", "arrested_at_1": "20:00"}


def test_with_an_arrest_the_court_is_owed(home, pages) -> None:
    notice = home.notice(served=True)
    path, later = f"/protection/{notice.pk}/breach/", NOW + DAY
    for changed, words in (
        ({"arrested_at_0": "2026-11-20"}, "after service, and not in the future"),
        ({"arrested_at_0": "2026-11-30"}, "after service, and not in the future"),
    ):
        pages.refuses(OFFICER, path, "arrested_at", words, at=later, **{**GIVEN, **changed})
    pages.refuses(OFFICER, path, "words", "Enter", at=later, **{**GIVEN, "words": ""})
    assert not Breach.objects.exists()
    assert pages.sends(OFFICER, path, at=later, **GIVEN) == f"/protection/{notice.pk}/"
    assert Promise.objects.get(kind="safeguarding.breach_court", record=notice.ref).slot == str(Breach.objects.get().pk)
    assert "He rang her twice" in pages.reads(OFFICER, f"/protection/{notice.pk}/", at=later)


def test_nothing_not_in_force_is_broken(home, pages) -> None:
    path = f"/protection/{home.notice().pk}/breach/"
    pages.refuses(OFFICER, path, "", "No notice or order is in force", words="He rang her")
    assert not Breach.objects.exists()
