"""The suspect told what was decided on bail: in words, each decision once."""

from bluelamp.custody.models import Bail, BailStep
from tests.custody.let_go import FEBRUARY, MET
from tests.journeys.street import Street


def test_told_once_in_words(bail: Bail, street: Street) -> None:
    path = f"/bail/{bail.pk}/told/"
    nothing = street.send("custody_officer", path, FEBRUARY, words="By phone")
    assert nothing.status_code == 422
    assert b"Every decision on this bail has been told" in nothing.content
    street.send("reviewing_inspector", f"/bail/{bail.pk}/extend/", FEBRUARY, why="Phones", **MET)
    assert street.send("custody_officer", path, FEBRUARY, words=" ").context["form"].errors["words"]
    assert BailStep.objects.get(n=2).result_told_at is None
    told = street.send("custody_officer", path, FEBRUARY, words="By phone to his solicitor")
    assert (told.status_code, told["Location"]) == (303, f"/bail/{bail.pk}/")
    assert BailStep.objects.get(n=2).result_told_at == FEBRUARY
    assert b"By phone to his solicitor" in street.open("custody_officer", f"/bail/{bail.pk}/", FEBRUARY).content
