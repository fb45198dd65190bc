"""A visit of custody visitors logged by the desk: two different people, each cell asked once, only cells in use."""

from bluelamp.custody.models import AskedToSee, CustodyVisit
from tests.custody.desk import Desk
from tests.custody.evening import Evening

PAIR = {"first": "A. Rowntree", "second": "S. Iqbal"}


def test_a_pair_and_whom_they_asked_to_see(evening: Evening, desk: Desk) -> None:
    evening.in_cell(evening.held(), "M1")
    path, cell = f"/custody/visitors/suite/{evening.hatfield.pk}/", str(evening.cell("M1").pk)
    alone = desk.send("custody_officer", path, first="A. Rowntree", second="a. rowntree")
    assert "2 different people" in str(alone.context["form"].errors["second"])
    both = desk.send("custody_officer", path, **PAIR, agreed=[cell], declined=[cell])
    assert set(both.context["form"].errors) == {"declined"}
    empty = desk.send("custody_officer", path, **PAIR, agreed=[str(evening.cell("M2").pk)])
    assert (empty.status_code, set(empty.context["form"].errors)) == (422, {"agreed"})
    assert not CustodyVisit.objects.exists()
    sent = desk.send("custody_officer", path, **PAIR, agreed=[cell], raised="Cold")
    assert (sent.status_code, sent["Location"]) == (303, "/custody/visitors/")
    assert (CustodyVisit.objects.get().raised, AskedToSee.objects.get().consented) == ("Cold", True)
    assert desk.open("custody_officer", "/custody/visitors/suite/9999/").status_code == 404
