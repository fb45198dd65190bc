"""Closures ahead on a page: planned, shown where it matters, called off."""

from django.test import Client

from bluelamp.custody.models import PlannedClosure
from tests.custody.desk import NOW, Desk
from tests.custody.evening import Evening


def test_planned_shown_and_called_off(evening: Evening, client: Client) -> None:
    desk, path = Desk(evening, client), f"/custody/suite/{evening.hatfield.pk}/closures/"
    assert path.encode() in desk.open("custody_officer", "/custody/cells/hatfield/").content
    given = {"wings": ["M"], "begins_at_0": "2026-11-21", "begins_at_1": "06:00", "why": "Deep clean"}
    empty = desk.send("custody_officer", path, **{**given, "wings": []})
    assert b"Choose at least one cell" in empty.content
    assert desk.send("custody_officer", path, **given).status_code == 303
    made = PlannedClosure.objects.get()
    assert made.numbers == ["M1", "M2", "M3"]
    assert b"Deep clean" in desk.open("custody_officer", path).content
    assert b"Hatfield M1, M2, M3" in desk.open("custody_officer", "/custody/capacity/").content
    bare = desk.send("custody_officer", path, do="call_off", closure=str(made.pk))
    assert bare.context["form"].errors.keys() == {"why_not"}
    off = desk.send("custody_officer", path, do="call_off", closure=str(made.pk), why_not="Nobody can come")
    assert off.status_code == 303
    made.refresh_from_db()
    assert made.called_off_at == NOW


def test_a_suite_that_is_not_is_not_found(evening: Evening, client: Client) -> None:
    assert Desk(evening, client).open("custody_officer", "/custody/suite/999/closures/").status_code == 404
