"""Kept past 24 hours by a superintendent: after the second review, no further than 36, the person heard first."""

from bluelamp.custody.actions.reviewing import review
from bluelamp.custody.models import Extension
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, TEN, Evening, done

AT = TEN + 20 * HOUR
GIVEN = {"until_0": "2026-11-22", "until_1": "05:00", "grounds": "Phones", "representations": "none made",
         "necessary": "on", "diligent": "on", "responsible": "on", "method": "in_person"}  # fmt: skip


def test_extended_after_the_second_review_and_not_too_far(evening: Evening, desk: Desk) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    path = f"/custody/{found.pk}/extend/"
    assert b"Review 2 has not been done yet" in desk.send("superintendent", path, at=NOW, **GIVEN).content
    for n, hours in ((1, 6), (2, 14)):
        done(review, TEN + hours * HOUR, by=by, detention=found.pk, n=n, outcome="continued", words="Necessary")
    far = desk.send("superintendent", path, at=AT, **{**GIVEN, "until_1": "12:00"})
    assert "36 h of counted time" in str(far.context["form"].errors["until"])
    unheard = desk.send("superintendent", path, at=AT, **{**GIVEN, "representations": "", "grounds": ""})
    assert set(unheard.context["form"].errors) == {"representations", "grounds"}
    assert desk.send("superintendent", path, at=AT, **{**GIVEN, "diligent": ""}).status_code == 422
    assert desk.open("custody_officer", path, at=AT).status_code == 403
    assert not Extension.objects.exists()
    assert desk.send("superintendent", path, at=AT, **GIVEN).status_code == 303
    assert Extension.objects.get().until == TEN + 31 * HOUR - 5 * HOUR / 60
