"""Bail ended with what came of it: chosen, said why, the victims owed word; under investigation it goes on as that."""

from bluelamp.custody.models import Bail, Investigation
from bluelamp.owed.models import Promise
from tests.custody.let_go import FEBRUARY
from tests.journeys.street import Street


def test_ended_as_under_investigation_a_supervisor_goes_on_looking(bail: Bail, street: Street) -> None:
    path = f"/bail/{bail.pk}/end/"
    assert set(street.send("custody_officer", path, FEBRUARY).context["form"].errors) == {"outcome", "why"}
    assert street.send("investigator", path, FEBRUARY, outcome="cancelled", why="x").status_code == 403
    settled = street.send("custody_officer", path, FEBRUARY, outcome="out_of_court", why="Caution")
    assert "Seek the victim" in str(settled.context["form"].errors["views_why_not"])
    assert Bail.objects.get().ended_at is None
    sent = street.send("custody_officer", path, FEBRUARY, outcome="under_investigation", why="Phones")
    assert (sent.status_code, sent["Location"]) == (303, f"/bail/{bail.pk}/")
    assert (Bail.objects.get().outcome, Bail.objects.get().ended_at) == ("under_investigation", FEBRUARY)
    assert Promise.objects.get(record=Investigation.objects.get().ref).kind == "custody.investigation_review"
    assert Promise.objects.filter(kind="victims.tell_released_under_investigation").exists()
    again = street.send("custody_officer", path, FEBRUARY, outcome="cancelled", why="x")
    assert again.status_code == 422
    assert b"This bail ended" in again.content
