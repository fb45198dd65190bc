"""Keeping people apart by page: flagged with a reason, shown, lifted only in words."""

from django.test import Client

from bluelamp.access.events import LOOKED
from bluelamp.access.models import Restriction
from bluelamp.custody.models import KeptApart
from bluelamp.ledger.queries import written_by
from tests.custody.actions.test_closing import detained
from tests.custody.desk import Desk
from tests.custody.evening import TEN, Evening


def test_flagged_shown_and_lifted_in_words(evening: Evening, client: Client) -> None:
    desk = Desk(evening, client)
    one, other = detained(evening, "Al", "M1"), detained(evening, "Bo", "M2")
    path = f"/custody/{one.pk}/apart/"
    assert desk.send("custody_officer", path, other=other.pk, why="co_accused").status_code == 303
    assert b"Accused together" in desk.open("custody_officer", f"/custody/{other.pk}/apart/").content
    refused = desk.send("custody_officer", path, other=other.pk, why="lift")
    assert refused.status_code == 422
    assert b"need no longer" in refused.content
    assert desk.send("custody_officer", path, other=other.pk, why="lift", words="Not charged").status_code == 303
    assert KeptApart.objects.get().ended_at


def test_a_restricted_name_is_for_who_may_see_it_and_the_look_is_written(evening: Evening, client: Client) -> None:
    desk = Desk(evening, client)
    one, other = detained(evening, "Al", "M1"), detained(evening, "Bo", "M2")
    owner = evening.officer("custody_officer")
    hidden = Restriction.objects.create(record=other.person.ref, owner=owner, restricted_at=TEN)
    path = f"/custody/{one.pk}/apart/"
    assert other.person.name in desk.open("custody_officer", path).content.decode()
    looked = [line for line in written_by(owner.ref) if line.event == LOOKED.name]
    assert other.person.ref in next(line.about for line in looked if line.facts["page"] == "custody:apart")
    Restriction.objects.filter(pk=hidden.pk).update(owner=evening.officer("superintendent"))
    assert other.person.name not in desk.open("custody_officer", path).content.decode()


def test_bad_input_is_refused(evening: Evening, client: Client) -> None:
    desk = Desk(evening, client)
    one = detained(evening, "Al", "M1")
    for given in ({"why": "witness"}, {"other": one.pk, "why": "witness"}, {"other": one.pk + 999, "why": "x"}):
        assert desk.send("custody_officer", f"/custody/{one.pk}/apart/", **given).status_code == 422
    assert not KeptApart.objects.exists()
