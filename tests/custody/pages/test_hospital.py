"""To hospital and back on one page: nothing keeps them from a doctor; coming back asks what the escort saw."""

from bluelamp.custody.models import Absence
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, Evening


def test_hospital_out_and_back_on_one_page(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/hospital/"
    assert set(desk.send("custody_officer", path).context["form"].errors) == {"why", "where"}
    assert not Absence.objects.exists()
    assert desk.send("custody_officer", path, why="Head wound", where="Lister").status_code == 303
    assert b"Back from hospital" in desk.open("custody_officer", path, at=NOW + HOUR).content
    half = desk.send("custody_officer", path, at=NOW + HOUR, questioned_from_0="2026-11-21",
                     questioned_from_1="00:20")  # fmt: skip
    assert b"when questioning began and when it ended" in half.content
    backwards = {"questioned_from_0": "2026-11-21", "questioned_from_1": "00:40", "questioned_to_0": "2026-11-21",
                 "questioned_to_1": "00:20"}  # fmt: skip
    order = desk.send("custody_officer", path, at=NOW + HOUR, **backwards)
    assert "ended before it began" in str(order.context["form"].errors["questioned_to"])
    silent = desk.send("custody_officer", path, at=NOW + HOUR)
    assert silent.context["form"].errors.keys() == {"kept", "report"}
    assert Absence.objects.get().returned_at is None
    reported = {"kept": "yes", "report": "Seen, fit to detain"}
    assert desk.send("custody_officer", path, at=NOW + HOUR, **reported).status_code == 303
    assert Absence.objects.get().returned_at == NOW + HOUR
