"""The planner's grid: each person's four weeks, calls and days away, every breach where it is."""

from datetime import date

import pytest
from django.test import Client

from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.planning import change_duty
from bluelamp.duty.changing import set_duty
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import PlannedDuty
from bluelamp.duty.rules.planning import Away
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_everybodys_squares_with_links_for_a_planner_only(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    path = f"/duty/rosters/{roster.pk}/response/"
    page = desk.get(path)
    assert page.count('scope="row"') >= 9 + 2
    assert page.count("/duty/rosters/") > 9 * 28
    assert "No rule is broken for anybody of this unit." in page
    looked = desk.get(path, "response_officer", as_officer="104")
    assert f"/response/{desk.borough.officer('104').pk}/" not in looked


def test_a_breach_is_boxed_named_and_sourced(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    late = desk.borough.on(roster, MONDAY, "L")[0]
    PlannedDuty.objects.filter(roster=roster, officer=late.officer, day=MONDAY + DAY).delete()
    change_duty(
        roster=roster.pk, officer=late.officer_id, unit="response", day=MONDAY + DAY, shift="E", on_call=False,
        version=roster.version, by=desk.borough.planner, at=NOW,
    )  # fmt: skip
    page = desk.get(f"/duty/rosters/{roster.pk}/response/")
    assert "is-broken" in page
    assert "7 h of rest before" in page
    assert "Working Time Regulations 1998 reg. 10(1)" in page


def test_what_is_minded_and_not_forbidden_stands_apart(desk: Desk) -> None:
    roster, officer = desk.borough.a_draft(), desk.borough.officer("104").pk
    for week in range(4):
        set_duty(roster, officer=officer, unit="response", day=MONDAY + (5 + 7 * week) * DAY,
                 shift=cover_in_force().shifts["E"], on_call=False)  # fmt: skip
    page = desk.get(f"/duty/rosters/{roster.pk}/response/")
    assert "Minded, not forbidden" in page
    assert "4 weekends worked in the four from Mon 4 Jan 2027, 3 at most." in page
    assert "No rule is broken for anybody of this unit." in page
    assert "is-broken" not in page


def test_a_public_holiday_is_marked_and_named(desk: Desk) -> None:
    roster = desk.borough.a_draft()
    page = desk.get(f"/duty/rosters/{roster.pk}/response/?from={date(2027, 3, 8)}")
    assert "PH, public holiday: Fri 26 Mar 2027, Mon 29 Mar 2027." in page
    assert page.count("<br>PH</abbr>") == 2
    assert "PH" not in desk.get(f"/duty/rosters/{roster.pk}/response/?from={date(2027, 1, 4)}")


def test_days_away_are_grey(desk: Desk) -> None:
    roster = desk.borough.a_draft()
    officer = desk.borough.officer("104").pk
    away = AwayDays(officer=officer, kind=Away.LEAVE, first=MONDAY, last=MONDAY + 2 * DAY)
    enter_away(away=[away], by=desk.borough.planner, at=NOW)
    assert desk.get(f"/duty/rosters/{roster.pk}/response/").count('title="Annual leave"') == 3


def test_a_unit_that_is_not_there(desk: Desk) -> None:
    roster = desk.borough.a_draft()
    desk.get(f"/duty/rosters/{roster.pk}/marines/", status=404)
