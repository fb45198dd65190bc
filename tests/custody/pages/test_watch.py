"""Who watches is relieved by another, who is told what they must know."""

from bluelamp.custody.models import Watch
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, MINUTE, Evening


def test_who_watches_is_relieved(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path, given = f"/custody/{found.pk}/watch/", {"observer": "DO Quill", "words": "He hides food"}
    assert b"Nobody is written as watching" in desk.open("detention_officer", path).content
    nobody = desk.send("detention_officer", path, **given)
    assert (nobody.status_code, Watch.objects.count()) == (422, 0)
    plan = {"level": 4, "must_rouse": "no", "why": "Ties things", "observer": "DO Pryce"}
    desk.send("custody_officer", f"/custody/{found.pk}/care-plan/", **plan)
    assert b"DO Pryce" in desk.open("detention_officer", path, at=NOW + MINUTE).content
    same = desk.send("detention_officer", path, at=NOW + HOUR, **{**given, "observer": "do pryce"})
    assert "watches already" in str(same.context["form"].errors["observer"])
    assert set(desk.send("detention_officer", path, at=NOW + HOUR).context["form"].errors) == {"observer", "words"}
    assert Watch.objects.get().ended_at is None
    assert desk.send("detention_officer", path, at=NOW + HOUR, **given).status_code == 303
    assert Watch.objects.get(ended_at=None).observer == "DO Quill"
