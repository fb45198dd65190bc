"""Bail extended by its page: A to D found, the suspect told first; then each victim and the suspect are owed word."""

from bluelamp.custody.models import Bail
from bluelamp.owed.models import Promise
from tests.custody.let_go import FEBRUARY, MET
from tests.journeys.street import Street


def test_extended_a_rung_and_the_victim_is_owed_word(bail: Bail, street: Street) -> None:
    path = f"/bail/{bail.pk}/extend/"
    assert b"An inspector or above decides" in street.open("reviewing_inspector", path, FEBRUARY).content
    before = Promise.objects.filter(kind="victims.tell_bailed").count()
    early = street.send("reviewing_inspector", path, FEBRUARY, why="Phones", suspicion="on")
    assert early.status_code == 422
    assert b"D: bail must be necessary" in early.content
    low = street.send("custody_officer", path, FEBRUARY, why="Phones", **MET)
    assert b"needs an inspector or above" in low.content
    late = street.send("reviewing_inspector", path, FEBRUARY, why="Phones", **MET, return_on="2027-09-01")
    assert "after the bail period ends" in str(late.context["form"].errors["return_on"])
    assert Bail.objects.get().rung == "custody_officer"
    assert street.send("reviewing_inspector", path, FEBRUARY, why="Phones", **MET).status_code == 303
    found = Bail.objects.get()
    assert (found.rung, str(found.return_on)) == ("inspector", "2027-05-20")
    assert Promise.objects.filter(kind="victims.tell_bailed").count() == before + 1
