"""Meals and other care by page: what was offered and is still owed; the record offers care and shows it."""

from bluelamp.custody.models import CareEntry
from tests.custody.desk import NOW, Desk
from tests.custody.evening import MINUTE, Evening


def test_meals_say_what_is_still_owed(evening: Evening, desk: Desk) -> None:
    path, given = f"/custody/{evening.held().pk}/care/", {"kind": "light_meal", "answer": "declined"}
    assert b"2 light meals and 1 main meal" in desk.open("detention_officer", path).content
    assert set(desk.send("detention_officer", path).context["form"].errors) == {"kind", "answer"}
    late = desk.send("detention_officer", path, **given, given_at_0="2026-11-20", given_at_1="23:20")
    assert "Say why" in str(late.context["form"].errors["reason_late"])
    assert not CareEntry.objects.exists()
    assert desk.send("detention_officer", path, **given, words="Not hungry").status_code == 303
    shown = desk.open("detention_officer", path, at=NOW + MINUTE).content
    assert b"1 light meal and 1 main meal" in shown
    assert b"Light meal, declined" in shown
    assert CareEntry.objects.get().declined


def test_the_record_offers_care_and_shows_it(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    before = desk.open("custody_officer", f"/detention/{found.pk}/").content.decode()
    assert "Not yet: there is no observation level." in before
    assert f"/custody/{found.pk}/care-plan/" in before
    assert "None yet: the care plan comes first" in before
    plan = {"level": 4, "must_rouse": "yes", "why": "Drunk", "observer": "DO Pryce"}
    desk.send("custody_officer", f"/custody/{found.pk}/care-plan/", **plan)
    after = desk.open("custody_officer", f"/detention/{found.pk}/").content.decode()
    for words in ("Write a rousing", "Relieve who watches", "4, roused at each visit", "Meals still owed", "8 h begin"):
        assert words in after
