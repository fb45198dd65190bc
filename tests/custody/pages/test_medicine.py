"""A dose is written as due, by page, with who prescribed it."""

from django.test import Client

from bluelamp.custody.models import Dose
from tests.custody.desk import NOW, Desk
from tests.custody.evening import Evening

DUE = {"due_at_0": "2026-11-21", "due_at_1": "06:00"}
GIVEN = {"medicine": "Salbutamol", "dose": "2 puffs", "prescribed_by": "Dr Hale", **DUE}


def test_a_dose_is_due_and_stands_in_the_list(evening: Evening, client: Client) -> None:
    desk, path = Desk(evening, client), f"/custody/{evening.held().pk}/medicine/"
    empty = desk.send("custody_officer", path)
    assert set(empty.context["form"].errors) == {"medicine", "dose", "prescribed_by", "due_at"}
    assert not Dose.objects.exists()
    assert desk.send("custody_officer", path, **GIVEN).status_code == 303
    assert Dose.objects.get().due_at > NOW
    shown = desk.open("custody_officer", path).content.decode()
    assert "Salbutamol" in shown
    assert "06:00" in shown
