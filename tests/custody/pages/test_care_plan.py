"""The care plan: a level chosen by a person with why, who watches by name, minutes only closer than the level."""

from bluelamp.custody.models import CarePlan
from tests.custody.desk import Desk
from tests.custody.evening import Evening

GIVEN = {"level": 2, "must_rouse": "no", "why": "Drunk"}


def test_nothing_of_a_plan_is_chosen_beforehand(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/care-plan/"
    assert b"checked" not in desk.open("custody_officer", path).content
    assert set(desk.send("custody_officer", path).context["form"].errors) == {"level", "must_rouse", "why"}
    assert desk.send("custody_officer", path, **{**GIVEN, "level": 3}).context["form"].errors["observer"]
    for minutes in ("-5", "0", "90", "99999"):
        wrong = desk.send("custody_officer", path, **GIVEN, plan_minutes=minutes)
        assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {"plan_minutes"}), minutes
    assert not CarePlan.objects.exists()
    assert desk.send("custody_officer", path, **GIVEN, plan_minutes=15).status_code == 303
    made = CarePlan.objects.get()
    assert (made.level, made.plan_minutes, made.must_rouse) == (2, 15, False)
    assert b"Now level 2" in desk.open("custody_officer", path).content
    assert desk.open("detention_officer", path).status_code == 403
