"""Deciding leave: what bears on it, then granted, or refused with a reason that the officer reads."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.away import AwayDays, ask_leave, decide_leave, enter_away, withdraw_leave
from bluelamp.duty.models import Absence, CoverGap, DutyNotice
from bluelamp.duty.rules.planning import Away
from bluelamp.owed.models import Promise
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.pages.test_ask_leave import alone_on
from tests.duty.signing_in import browser_of


@pytest.fixture
def planner(littleford: Littleford) -> Iterator[Client]:
    client = browser_of(littleford, "101", "duty_planner")
    with clock.set_to(NOW):
        yield client


def asked(littleford: Littleford, first: str = "", collar: str = "104") -> int:
    day = date.fromisoformat(first) if first else MONDAY
    return int(ask_leave(first=day, last=day + DAY, by=littleford.who(collar), at=NOW).partition(":")[2])


def test_the_planner_sees_who_else_is_away_and_the_gap(littleford: Littleford, planner: Client) -> None:
    roster = littleford.a_published_roster()
    day = alone_on(littleford, roster)
    pk = asked(littleford, day)
    first = Absence.objects.get(pk=pk).first
    sick = AwayDays(officer=littleford.officer("105").pk, kind=Away.SICK, first=first, last=first)
    leave = AwayDays(officer=littleford.officer("106").pk, kind=Away.LEAVE, first=first, last=first + DAY)
    enter_away(away=[sick, leave], by=littleford.planner, at=NOW)
    page = planner.get(f"/duty/leave/{pk}/")
    assert [len(one.names) for one in page.context["others"]] == [2, 1]
    text = page.content.decode()
    assert "PC 105 E. Ely: away" in text
    assert "PC 106 F. Frost: leave" in text
    assert "Response would lack 1 of its officers" in text


def test_granted_leave_leaves_a_gap_that_is_owed_until_it_is_taken_back(littleford: Littleford) -> None:
    """What is published gives no cover by somebody on leave; the day says that they are away."""
    roster = littleford.a_published_roster()
    day = alone_on(littleford, roster)
    pk, by = asked(littleford, day), littleford.who("101", "duty_planner")
    decide_leave(absence=pk, grant=True, by=by, at=NOW)
    morning = CoverGap.objects.filter(
        roster=roster, closed_at=None, skill="", begins=local(date.fromisoformat(day), time(7))
    )
    assert [(one.needed, one.there) for one in morning] == [(1, 0)]
    assert Promise.objects.get(kind="duty.cover_kept", record=morning[0].ref).state == "open"
    withdraw_leave(absence=pk, by=littleford.who("104"), at=NOW)
    assert not morning.all().exists()


def test_refused_only_with_a_reason_and_granted_without(littleford: Littleford, planner: Client) -> None:
    pk = asked(littleford)
    path = f"/duty/leave/{pk}/"
    sent = planner.post(path, {"grant": "no", "why": " "})
    assert (sent.status_code, "why" in sent.context["form"].errors) == (422, True)
    assert planner.post(path, {"grant": "yes", "why": ""}).status_code == 303
    assert Absence.objects.get(pk=pk).state == "granted"
    assert "is granted" in DutyNotice.objects.get(officer=littleford.officer("104")).words
    assert b"This leave was granted" in planner.get(path).content
    late = planner.post(path, {"grant": "no", "why": "Too late"})
    assert (late.status_code, b"was granted already" in late.content) == (422, True)


def test_nobody_decides_their_own(littleford: Littleford, planner: Client) -> None:
    pk = asked(littleford, collar="101")
    assert b"another planner does" in planner.get(f"/duty/leave/{pk}/").content
    assert planner.post(f"/duty/leave/{pk}/", {"grant": "yes", "why": ""}).status_code == 422


def test_what_is_no_leave_is_not_found_and_an_officer_does_not_decide(littleford: Littleford, planner: Client) -> None:
    court = AwayDays(officer=littleford.officer("105").pk, kind=Away.COURT, first=MONDAY, last=MONDAY)
    (ref,) = enter_away(away=[court], by=littleford.planner, at=NOW)
    assert planner.get(f"/duty/leave/{ref.partition(':')[2]}/").status_code == 404
    assert browser_of(littleford, "104").get(f"/duty/leave/{asked(littleford)}/").status_code == 403
