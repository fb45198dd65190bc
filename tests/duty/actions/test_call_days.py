"""Days on call go into the account of time once they are over: once each, and never of who was away."""

from datetime import time

import pytest

from bluelamp.access.acting import system
from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.call_days import write_call_days
from bluelamp.duty.call_line import calls_over
from bluelamp.duty.models import TimeEntry
from bluelamp.duty.rules.planning import Away
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, Littleford

BY = system("planner", "duty.search")


def test_each_day_once_when_it_is_over(littleford: Littleford) -> None:
    """Until 7:00 the call of the day before goes on."""
    roster = littleford.a_published_roster()
    calls = {one.day: one.officer_id for one in roster.duties.filter(kind="on_call", day__lt=MONDAY + 3 * DAY)}
    for at, written in ((time(6, 59), 2), (time(7), 1)):
        when = local(MONDAY + 3 * DAY, at)
        assert write_call_days(calls=calls_over(when), by=BY, at=when) == written
    assert calls_over(local(MONDAY + 3 * DAY, time(8))) == []
    lines = TimeEntry.objects.filter(kind="on_call")
    assert {one.day: one.officer_id for one in lines} == calls
    assert {(one.amount, one.source) for one in lines} == {(1, "Police Regulations 2003 Annex U part 13")}


def test_who_was_away_was_not_on_call(littleford: Littleford) -> None:
    roster = littleford.a_published_roster()
    first = roster.duties.get(kind="on_call", day=MONDAY)
    away = AwayDays(officer=first.officer_id, kind=Away.SICK, first=MONDAY, last=MONDAY)
    enter_away(away=[away], by=littleford.planner, at=local(MONDAY, time(8)))
    assert calls_over(local(MONDAY + DAY, time(8))) == []


def test_it_takes_the_process_to_write_them(littleford: Littleford) -> None:
    with pytest.raises(Refused):
        write_call_days(calls=[], by=littleford.planner, at=local(MONDAY, time(8)))
