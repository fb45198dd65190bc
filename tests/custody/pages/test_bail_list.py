"""Who is on bail or under investigation: what ends first on top, nobody restricted named, and nobody said."""

from bluelamp.access.models import Restriction
from bluelamp.custody.models import Bail
from bluelamp.custody.rules.disposals import Disposal
from tests.custody.desk import Desk
from tests.custody.evening import Evening
from tests.custody.let_go import FEBRUARY, NIGHT, let_go


def test_those_on_bail_and_those_under_investigation_stand_apart(evening: Evening, bail: Bail, desk: Desk) -> None:
    let_go(evening, Disposal.UNDER_INVESTIGATION, person=evening.person("Jay", "Kemble"))
    text = desk.open("reviewing_inspector", "/bail/", at=FEBRUARY).content.decode()
    assert "Sat 20 Feb" in text
    assert text.index("Callum Redfern") < text.index('id="under"') < text.index("Jay Kemble")


def test_a_restricted_person_is_never_named(evening: Evening, bail: Bail, desk: Desk) -> None:
    owner = evening.officer("domestic_abuse_specialist")
    Restriction.objects.create(record=bail.person.ref, owner=owner, restricted_at=NIGHT)
    text = desk.open("reviewing_inspector", "/bail/", at=FEBRUARY).content.decode()
    assert "Redfern" not in text
    assert "A restricted record exists" in text


def test_nobody_on_bail_is_said(desk: Desk) -> None:
    text = desk.open("reviewing_inspector", "/bail/", at=FEBRUARY).content
    assert b"Nobody is on bail before charge." in text
    assert b"Nobody is released under investigation." in text
    assert desk.open("dispatcher", "/bail/", at=FEBRUARY).status_code == 403
