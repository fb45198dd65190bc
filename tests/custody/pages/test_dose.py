"""One dose, by page: taken or refused, and who gave it; only on its own record, and once."""

from django.test import Client

from bluelamp.custody.models import Dose
from tests.custody.desk import Desk
from tests.custody.evening import Evening
from tests.custody.pages.test_medicine import GIVEN


def test_taken_or_refused_once(evening: Evening, client: Client) -> None:
    desk, found = Desk(evening, client), evening.held()
    desk.send("custody_officer", f"/custody/{found.pk}/medicine/", **GIVEN)
    dose = Dose.objects.get()
    path = f"/custody/{found.pk}/medicine/{dose.pk}/"
    assert desk.open("custody_officer", f"/custody/{found.pk + 1}/medicine/{dose.pk}/").status_code == 404
    assert desk.send("custody_officer", path, given_by="Nurse Iqbal").context["form"].errors["taken"]
    assert desk.send("custody_officer", path, taken="yes").status_code == 422, "nobody gave it"
    dose.refresh_from_db()
    assert dose.given_at is None
    assert desk.send("custody_officer", path, taken="yes", given_by="Nurse Iqbal").status_code == 303
    dose.refresh_from_db()
    assert dose.given_by == "Nurse Iqbal"
    assert desk.send("custody_officer", path, taken="no", words="No").status_code == 422, "it was given already"
