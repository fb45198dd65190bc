"""What a body undertook: owed by it from then on, on a day to come."""

from datetime import date

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import MaracAction
from tests.safeguarding.at_home import OFFICER, SPECIALIST


def test_it_is_owed_by_the_body_and_the_day(home, pages) -> None:
    case, body = home.case(), home.advisers()
    path = f"/marac/{case.pk}/action/"
    given = {"body": str(body.pk), "words": "A new lock", "due_on": "2026-12-11"}
    pages.refuses(SPECIALIST, path, "due_on", "That day has passed", **{**given, "due_on": "2026-11-19"})
    pages.refuses(SPECIALIST, path, "due_on", "Enter a day such as", **{**given, "due_on": "soon"})
    assert not MaracAction.objects.exists()
    assert pages.sends(SPECIALIST, path, **given) == f"/marac/{case.pk}/"
    made = MaracAction.objects.get()
    assert (made.body, made.words, made.due_on) == (body, "A new lock", date(2026, 12, 11))
    assert Promise.objects.get(record=case.ref, slot=str(made.pk)).unit == "Independent advisers"
    assert "Independent advisers" in pages.reads(SPECIALIST, f"/marac/{case.pk}/")
    pages.sends(SPECIALIST, path, **{**given, "body": ""})
    assert MaracAction.objects.latest("pk").whose == "Police"
    assert pages.go(OFFICER, path).status_code == 403
