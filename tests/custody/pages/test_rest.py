"""Rest on one page: it begins, is broken for a reason of the Code, goes on and ends."""

from bluelamp.custody.models import Rest, RestBreak
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, MINUTE, Evening


def test_rest_begins_is_broken_goes_on_and_ends_on_one_page(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/rest/"
    assert b"14:50" in desk.open("detention_officer", path).content
    late = desk.send("detention_officer", path, began_at_0="2026-11-20", began_at_1="23:30")
    assert "Say why" in str(late.context["form"].errors["reason_late"])
    assert not Rest.objects.exists()
    assert desk.send("detention_officer", path).status_code == 303
    assert b"Resting" in desk.open("detention_officer", path, at=NOW + HOUR).content
    assert desk.send("detention_officer", path, at=NOW + HOUR, what="break", words="x").context["form"].errors["reason"]
    broken = {"what": "break", "reason": "risk", "words": "Smoke in the wing"}
    assert desk.send("detention_officer", path, at=NOW + HOUR, **broken).status_code == 303
    assert b"Rest is interrupted" in desk.open("detention_officer", path, at=NOW + 2 * HOUR).content
    assert desk.send("detention_officer", path, at=NOW + 2 * HOUR, what="go_on").status_code == 303
    assert b"10:05" in desk.open("detention_officer", path, at=NOW + 3 * HOUR).content
    assert desk.send("detention_officer", path, at=NOW + 11 * HOUR, what="end").status_code == 303
    after = desk.open("detention_officer", path, at=NOW + 11 * HOUR + MINUTE).content
    assert b"Eight hours together were had" in after
    assert Rest.objects.get().ended_at == NOW + 11 * HOUR
    assert RestBreak.objects.get().over_at == NOW + 2 * HOUR
