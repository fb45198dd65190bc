"""Back on bail: answered or arrested for breach, a record opens, bail ends and the clock goes on."""

from bluelamp.custody.models import Bail, Detention
from tests.custody.desk import Desk
from tests.custody.evening import Evening
from tests.custody.let_go import FEBRUARY

GIVEN = {"how": "answered", "arrived_at_0": "2027-02-10", "arrived_at_1": "10:00"}


def test_answered_bail_opens_a_record_once(evening: Evening, bail: Bail, desk: Desk) -> None:
    path, suite = f"/custody/bail/{bail.pk}/back/", evening.hatfield.pk
    assert b"Back on bail" in desk.open("custody_officer", path, at=FEBRUARY).content
    assert desk.send("custody_officer", path, at=FEBRUARY, suite=suite, **{**GIVEN, "how": ""}).status_code == 422
    early = {**GIVEN, "arrived_at_1": "08:00", "suite": suite}
    assert desk.send("custody_officer", path, at=FEBRUARY, **early).context["form"].errors.keys() == {"reason_late"}
    before = {**early, "arrived_at_0": "2026-11-20"}
    assert desk.send("custody_officer", path, at=FEBRUARY, **before).context["form"].errors["arrived_at"]
    assert Detention.objects.count() == 1
    sent = desk.send("custody_officer", path, at=FEBRUARY, suite=suite, **GIVEN)
    back = Detention.objects.get(on_bail=bail)
    assert (sent.status_code, sent["Location"]) == (303, f"/detention/{back.pk}/")
    assert (Bail.objects.get().outcome, back.arrested_for_breach) == ("answered", False)
    again = desk.send("custody_officer", path, at=FEBRUARY, suite=suite, **GIVEN)
    assert (again.status_code, Detention.objects.count()) == (422, 2)
    assert b"This bail ended" in again.content
