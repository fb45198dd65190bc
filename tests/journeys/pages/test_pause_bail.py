"""Days of bail that do not count: each begins and ends by page, one of a kind at a time, never in the future."""

from bluelamp.custody.models import Bail, BailPause
from tests.custody.let_go import FEBRUARY
from tests.journeys.street import Street

TODAY = "2027-02-10"


def test_days_with_the_prosecutor(bail: Bail, street: Street) -> None:
    path = f"/bail/{bail.pk}/days/"
    ahead = street.send("custody_officer", path, FEBRUARY, what="prosecutor begins", on="2027-02-11")
    assert "has not come yet" in str(ahead.context["form"].errors["on"])
    unbegun = street.send("custody_officer", path, FEBRUARY, what="in_patient ends", on=TODAY)
    assert "An end needs a beginning" in str(unbegun.context["form"].errors["on"])
    assert street.send("custody_officer", path, FEBRUARY, on=TODAY).context["form"].errors["what"]
    assert not BailPause.objects.exists()
    begins = {"what": "prosecutor begins", "on": TODAY, "words": "CPS 7"}
    assert street.send("custody_officer", path, FEBRUARY, **begins).status_code == 303
    assert b"CPS 7" in street.open("custody_officer", path, FEBRUARY).content
    assert b"Stands still" in street.open("custody_officer", f"/bail/{bail.pk}/", FEBRUARY).content
    assert "Already so" in str(street.send("custody_officer", path, FEBRUARY, **begins).context["form"].errors["on"])
    assert street.send("custody_officer", path, FEBRUARY, what="prosecutor ends", on=TODAY).status_code == 303
    assert str(BailPause.objects.get().ended_on) == TODAY
