"""The way here: asked where it took long, by a link among what is still to be done."""

from django.test import Client

from bluelamp.custody.models import Arrest
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening


def test_asked_and_written(evening: Evening, client: Client) -> None:
    desk, found = Desk(evening, client), evening.arrived(at=TEN + 2 * HOUR, incident=evening.incident())
    path = f"/custody/{found.pk}/way-here/"
    assert path.encode() in desk.open("custody_officer", f"/custody/{found.pk}/book-in/").content
    assert b"2 h from arrest to arrival" in desk.open("custody_officer", path).content
    assert desk.send("custody_officer", path).context["form"].errors.keys() == {"why"}
    assert desk.send("custody_officer", path, why="The car was searched").status_code == 303
    assert Arrest.objects.get().delay_why == "The car was searched"
    assert path.encode() not in desk.open("custody_officer", f"/custody/{found.pk}/book-in/").content
