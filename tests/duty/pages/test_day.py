"""The day's page: who is on, late, on call, away, and what is short ahead; few statements whatever the number."""

from datetime import time

import pytest
from django.test import Client

from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.calling_out import call_out
from bluelamp.duty.actions.running_the_day import take_sick_call
from bluelamp.duty.actions.tours import book_on
from bluelamp.duty.mine_queries import fatigue_of
from bluelamp.duty.models import CallOut
from bluelamp.places.models import Team
from tests.duty.borough import DAY, MONDAY, SETTING_UP, Littleford
from tests.duty.pages.desk import Desk

DAY_SHOWN = MONDAY + 8 * DAY
EIGHT = local(DAY_SHOWN, time(8))


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client, at=EIGHT)


def test_without_a_roster_the_page_says_so(desk: Desk) -> None:
    page = desk.get("/duty/")
    assert "No roster is published for today." in page
    assert "Begin one" in page


def test_booked_on_late_on_call_and_next(desk: Desk) -> None:
    roster = desk.borough.a_published_roster()
    early = desk.borough.on(roster, DAY_SHOWN, "E")
    book_on(
        officer=early[0].officer_id, team=Team.objects.get(key="response").pk, until=local(DAY_SHOWN, time(16)),
        by=SETTING_UP, at=local(DAY_SHOWN, time(7)),
    )  # fmt: skip
    page = desk.get("/duty/")
    assert f"1: {early[0].officer}" in page
    assert f"{early[1].officer} <small>since 07:00</small>" in page
    call = desk.borough.on(roster, DAY_SHOWN, "C")[0]
    assert f"{call.officer} <small>to 07:00</small>" in page
    assert "from 15:00" in page
    assert "Every minute of the next seven days is covered." in page


def test_a_gap_ahead_cannot_be_overlooked(desk: Desk) -> None:
    roster = desk.borough.a_published_roster()
    for one in desk.borough.on(roster, DAY_SHOWN, "L"):
        take_sick_call(officer=one.officer_id, first=DAY_SHOWN, last=DAY_SHOWN, by=desk.borough.planner, at=EIGHT)
    page = desk.get("/duty/")
    assert "Starts in 8 h 0 min" in page
    assert 'role="alert"' in page
    assert "Response, Tue 12 Jan 2027, 16:00 to 24:00: 0 of 1 officers" in page
    assert "Sick, " in page


def test_who_is_asked_and_who_is_called_out(desk: Desk) -> None:
    desk.borough.a_published_roster()
    call_out(unit="response", why="Burglary", by=desk.borough.planner, at=EIGHT)
    made = CallOut.objects.get()
    page = desk.get("/duty/")
    assert f'/duty/call-out/{made.pk}/">{made.officer.collar_number} {made.officer.name}</a> <small>called' in page
    assert "Nobody is being asked." in page


def test_hours_and_rest_of_who_is_on_and_who_is_off(desk: Desk) -> None:
    roster = desk.borough.a_published_roster()
    on, away = desk.borough.on(roster, DAY_SHOWN, "E")[0], desk.borough.on(roster, DAY_SHOWN, "L")[0]
    take_sick_call(officer=away.officer_id, first=DAY_SHOWN, last=DAY_SHOWN, by=desk.borough.planner, at=EIGHT)
    assert 'href="?more"' in desk.get("/duty/")
    page = desk.get("/duty/?more")
    assert "True" not in page
    assert "False" not in page
    hours = page.partition('id="hours"')[2].partition('id="off"')[0]
    facts = fatigue_of(on.officer_id, at=EIGHT)
    assert f"<b>{on.officer}</b> {facts[0].words}; {facts[1].words}" in hours
    assert "48 h a week on average over 17 weeks" in hours
    off = page.partition('id="off"')[2]
    works = set(roster.duties.filter(day=DAY_SHOWN).values_list("officer__collar_number", flat=True))
    for number in range(101, 110):
        collar = str(number)
        assert (f"<li>{desk.borough.officer(collar)}</li>" in off) is (collar not in works), collar


def test_who_is_on_call_and_sick_is_not_shown_as_on_call(desk: Desk) -> None:
    roster = desk.borough.a_published_roster()
    call = desk.borough.on(roster, DAY_SHOWN, "C")[0]
    take_sick_call(officer=call.officer_id, first=DAY_SHOWN, last=DAY_SHOWN, by=desk.borough.planner, at=EIGHT)
    page = desk.get("/duty/")
    assert f"{call.officer} <small>to 07:00</small>" not in page
    assert "<b>Short now</b>" in page


def test_who_is_over_a_limit_stands_on_the_page_itself_with_the_rule(desk: Desk) -> None:
    """Somebody on the early begins again at 22:00 of the same day, six hours after it ends; nobody else is named."""
    roster = desk.borough.a_published_roster()
    assert "Nobody is over a limit." in desk.get("/duty/")
    early, *others = desk.borough.on(roster, DAY_SHOWN, "E")
    roster.duties.filter(officer=early.officer_id, day__gt=DAY_SHOWN, day__lt=DAY_SHOWN + 9 * DAY).delete()
    tonight = local(DAY_SHOWN, time(22)), local(DAY_SHOWN + DAY, time(7))
    roster.duties.create(
        officer=early.officer, unit="response", day=DAY_SHOWN + DAY, shift="N", kind="duty", during=tonight
    )
    over = desk.get("/duty/").partition('id="hours"')[2].partition("<aside")[0]
    assert f"<b>{early.officer}</b>" in over
    assert "6 h of rest before the next duty" in over
    assert "11 h of rest at least, Working Time Regulations 1998" in over
    assert not any(str(one.officer) in over for one in others)


def test_at_most_ten_statements_of_its_own(desk: Desk, django_assert_max_num_queries: object) -> None:
    desk.borough.a_published_roster()
    desk.get("/duty/")
    desk.borough.signed_in(desk.client, "duty_planner")
    from bluelamp import clock

    with clock.set_to(EIGHT), django_assert_max_num_queries(9):  # type: ignore[operator]
        assert desk.client.get("/duty/").status_code == 200
