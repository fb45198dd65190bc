"""An application for a warrant of further detention: whole, one at a time, and the person has a copy first."""

from bluelamp.custody.models import Application, Detention
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN

AT = TEN + 30 * HOUR
GIVEN = {"court": "St Albans", "court_can_sit": "yes", "grounds": "Phones", "necessary": "on", "diligent": "on"}


def test_the_court_is_asked_once(extended: Detention, desk: Desk) -> None:
    path = f"/custody/{extended.pk}/warrant/"
    missing = desk.send("investigator", path, at=AT, **GIVEN)
    assert missing.status_code == 422
    assert "Give the person a copy" in str(missing.context["form"].errors["copy_given"])
    bare = desk.send("investigator", path, at=AT)
    assert set(bare.context["form"].errors) == {"court", "court_can_sit", "grounds"}
    assert not Application.objects.exists()
    assert desk.send("investigator", path, at=AT, **GIVEN, copy_given="on").status_code == 303
    assert Application.objects.get().court == "St Albans"
    again = desk.send("investigator", path, at=AT, **GIVEN, copy_given="on")
    assert b"Record what the court decided first" in again.content
    assert b"St Albans" in desk.open("investigator", path, at=AT).content
