"""The figures of duty against entries written by hand, and against a roster with a known hole."""

from datetime import date, timedelta
from typing import Any

import pytest

from bluelamp.deadlines.instants import start_of_day
from bluelamp.duty.models import PlannedDuty
from bluelamp.insight.duty_figures import DutyFigures, duty_figures, hours_booked, minutes_uncovered
from bluelamp.ledger.queries import Line
from tests.duty.borough import DAY as ONE_DAY
from tests.duty.borough import MONDAY, Littleford
from tests.insight.test_figures import SINCE, UNTIL, iso, line


def on(tour: str, begins: float, ends: float, team: str = "specials") -> Line:
    return line("duty.booked_on", tour, begins, team=team, team_key=team, until=iso(ends))


def off(tour: str, at: float, team: str = "specials") -> Line:
    return line("duty.booked_off", tour, at, team=team, team_key=team, until=iso(at))


def hours(*lines: Line) -> float:
    return hours_booked(lines, teams={"specials"}, since=SINCE, until=UNTIL)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], 0),
        ([on("tour:1", 0, 240)], 4),
        ([on("tour:1", 0, 240, team="response-a")], 0),
        ([on("tour:1", 0, 240), on("tour:2", 60, 120)], 5),
        ([on("tour:1", 0, 240), off("tour:1", 90)], 1.5),
        ([on("tour:1", -13 * 60, -11 * 60)], 1),
        ([on("tour:1", 11 * 60, 15 * 60)], 1),
        ([on("tour:1", -20 * 60, -14 * 60)], 0),
    ],
    ids=["none", "one tour", "an officer", "two tours", "booked off early", "before", "after", "all of it before"],
)
def test_hours_of_specials_are_those_inside_the_period(lines: list[Line], expected: float) -> None:
    assert hours(*lines) == expected


def test_calls_out_are_counted_from_their_entries(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    entries = [
        line("duty.called_out", "callout:1", unit="Response"),
        line("duty.call_answered", "callout:1", 5, state="no answer"),
        line("duty.called_out", "callout:2", 5, unit="Response"),
        line("duty.call_answered", "callout:2", 9, state="coming"),
        line("duty.called_out", "callout:3", 20, unit="Roads"),
        line("duty.call_answered", "callout:3", 22, state="cannot come"),
    ]

    def of(names: Any, **_: Any) -> list[Line]:
        return [one for one in entries if one.event in names]

    monkeypatch.setattr("bluelamp.insight.duty_figures.facts_of", of)
    found = duty_figures(SINCE, UNTIL)
    assert found == DutyFigures(minutes_uncovered=None, specials_hours=0, call_outs_made=3, call_outs_answered=2)


def days(first: date, count: int) -> tuple[Any, Any]:
    return start_of_day(first), start_of_day(first + count * ONE_DAY)


def test_uncovered_minutes_are_what_the_checker_says_of_the_published_roster(littleford: Littleford) -> None:
    assert minutes_uncovered(*days(MONDAY + ONE_DAY, 2)) is None
    roster = littleford.a_published_roster()
    assert minutes_uncovered(*days(MONDAY + ONE_DAY, 2)) == 0
    day = MONDAY + 2 * ONE_DAY
    PlannedDuty.objects.filter(roster=roster, day=day, kind=PlannedDuty.Kind.DUTY).delete()
    short = minutes_uncovered(*days(MONDAY + ONE_DAY, 3))
    assert short is not None
    assert short >= 60
    assert minutes_uncovered(*days(MONDAY + 4 * ONE_DAY, 2)) == 0


def test_days_of_which_no_roster_is_published_are_not_called_covered(littleford: Littleford) -> None:
    roster = littleford.a_published_roster()
    assert minutes_uncovered(*days(roster.ends - ONE_DAY, 2)) is None
    assert minutes_uncovered(start_of_day(MONDAY), start_of_day(MONDAY) + timedelta(hours=8)) is None
