"""Somebody asked to change a duty: their own page or the desk's, and what a yes does."""

import pytest
from django.test import Client

from bluelamp.duty.actions.running_the_day import ask_to_mend
from bluelamp.duty.mending import ways
from bluelamp.duty.models import Ask, CoverGap
from tests.duty.borough import Littleford
from tests.duty.pages.desk import Desk
from tests.duty.pages.test_gap import AT, desk, gap

__all__ = ["desk", "gap"]


@pytest.fixture
def asked(desk: Desk, gap: CoverGap) -> Ask:
    option = ways(gap, at=AT)[0][0].option
    officer = int(option.member.officer.partition(":")[2])
    ref = ask_to_mend(gap=gap.pk, officer=officer, title=option.title, by=desk.borough.planner, at=AT)
    return Ask.objects.get(pk=ref.partition(":")[2])


def test_the_desk_writes_down_a_yes_and_the_gap_is_mended(desk: Desk, asked: Ask, gap: CoverGap) -> None:
    path = f"/duty/ask/{asked.pk}/"
    assert "Nobody has to say why not." in desk.get(path, "dispatcher")
    sent = desk.post(path, "dispatcher", agreed="yes")
    assert sent["Location"] == f"/duty/gap/{gap.pk}/"
    assert "Mended" in desk.get(f"/duty/gap/{gap.pk}/")
    assert "Applied" in desk.get(path)


def test_who_was_asked_sees_it_and_nobody_else_of_the_unit(desk: Desk, asked: Ask, littleford: Littleford) -> None:
    path = f"/duty/ask/{asked.pk}/"
    mine = asked.officer.collar_number
    other = next(str(101 + n) for n in range(9) if str(101 + n) != mine)
    assert "your duty is changed at once" in desk.get(path, "response_officer", as_officer=mine)
    desk.get(path, "response_officer", as_officer=other, status=404)


def test_an_answer_is_needed(desk: Desk, asked: Ask) -> None:
    assert desk.post(f"/duty/ask/{asked.pk}/").status_code == 422
    assert Ask.objects.get().state == Ask.State.ASKED


def test_the_same_press_twice_works_once(desk: Desk, asked: Ask, client: Client) -> None:
    path = f"/duty/ask/{asked.pk}/"
    desk.post(path, agreed="no")
    again = desk.post(path, agreed="no")
    assert again.status_code == 422
    assert "declined already" in str(again.context["form"].errors)
