"""Drafts: what a planner may set, what two planners see of each other, and what a search writes."""

import json
from datetime import date, timedelta

import pytest

from bluelamp.duty.actions.planning import (
    ask_search,
    change_duty,
    copy,
    draft,
    drop,
    save_unit,
    stop_search,
)
from bluelamp.duty.models import PlannedDuty, Roster, Search
from bluelamp.duty.rules.planning import Planned
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, NOW, SEARCHING, WEEKS, Littleford

LAST = MONDAY + WEEKS * 7 * DAY


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        (MONDAY + DAY, LAST + DAY, "begins on a Monday"),
        (MONDAY, LAST + DAY, "whole weeks"),
        (MONDAY, MONDAY + 84 * DAY, "13 to 26 weeks"),
        (MONDAY, MONDAY + 189 * DAY, "13 to 26 weeks"),
    ],
)
def test_a_roster_is_whole_weeks_13_to_26(littleford: Littleford, begins: date, ends: date, words: str) -> None:
    with pytest.raises(Refused, match=words):
        draft(begins=begins, ends=ends, by=littleford.planner, at=NOW)
    assert not Roster.objects.exists()


def change(littleford: Littleford, roster: Roster, shift: str, **more: object) -> None:
    facts = {"unit": "response", "day": MONDAY, "on_call": False, "version": roster.version, "by": littleford.planner}
    given = {**facts, "officer": littleford.officer("104").pk, **more}
    change_duty(roster=roster.pk, shift=shift, at=NOW, **given)  # type: ignore[arg-type]


def test_a_hand_change_sets_replaces_and_clears(littleford: Littleford) -> None:
    roster = littleford.a_draft()
    for shift, left in (("E", ["E"]), ("L", ["L"]), ("", [])):
        change(littleford, roster, shift)
        roster.refresh_from_db()
        assert list(roster.duties.values_list("shift", flat=True)) == left
    said = Entry.objects.filter(event="duty.duty_changed").order_by("seq").values_list("facts", flat=True)
    assert [(one["before"], one["after"]) for one in map(json.loads, said)] == [("off", "E"), ("E", "L"), ("L", "off")]


def test_duty_and_call_stand_side_by_side(littleford: Littleford) -> None:
    roster = littleford.a_draft()
    change(littleford, roster, "E")
    roster.refresh_from_db()
    change(littleford, roster, "C", on_call=True)
    assert set(roster.duties.values_list("kind", flat=True)) == {"duty", "on_call"}


def test_the_second_planner_is_shown_the_first_ones_change(littleford: Littleford) -> None:
    roster = littleford.a_draft()
    change(littleford, roster, "E")
    with pytest.raises(Refused, match=r"R. Holt changed this roster at .*off became E.*Look at it"):
        change(littleford, roster, "L", by=littleford.second)
    assert list(roster.duties.values_list("shift", flat=True)) == ["E"]


def test_a_day_outside_the_roster_is_refused(littleford: Littleford) -> None:
    roster = littleford.a_draft()
    with pytest.raises(Refused, match="is not in this roster"):
        change(littleford, roster, "E", day=MONDAY - DAY)


def test_a_search_writes_over_its_unit_and_one_runs_at_a_time(littleford: Littleford) -> None:
    roster = littleford.a_made_draft()
    first = roster.duties.count()
    planned = [Planned(officer=littleford.officer("105").ref, day=MONDAY, shift="E")]
    save_unit(roster=roster.pk, unit="response", planned=planned, points=1, bound=1.0, missing=3, by=SEARCHING, at=NOW)
    assert (first > 400, roster.duties.count()) == (True, 1)
    ask_search(roster=roster.pk, seconds=10, by=littleford.planner, at=NOW)
    with pytest.raises(Refused, match="is running"):
        ask_search(roster=roster.pk, seconds=10, by=littleford.planner, at=NOW)
    stop_search(roster=roster.pk, by=littleford.planner, at=NOW)
    assert Search.objects.get().stop_asked
    with pytest.raises(Refused, match="5 to 600"):
        ask_search(roster=littleford.a_draft().pk, seconds=4, by=littleford.planner, at=NOW)


def test_a_copy_is_a_draft_of_its_own(littleford: Littleford) -> None:
    roster = littleford.a_made_draft()
    other = Roster.objects.get(pk=copy(roster=roster.pk, by=littleford.planner, at=NOW).partition(":")[2])
    assert (other.duties.count(), other.copied_from) == (roster.duties.count(), roster)
    drop(roster=other.pk, by=littleford.planner, at=NOW)
    with pytest.raises(Refused, match="This roster is dropped: it is frozen"):
        change(littleford, other, "E")
    assert PlannedDuty.objects.filter(roster=roster).exists()


def test_a_copy_holds_however_many_duties_there_are(littleford: Littleford) -> None:
    """A command's sixteen weeks hold eleven thousand duties, more values than one statement takes."""
    roster, officer = littleford.a_draft(), littleford.officer("104")
    rows = [
        PlannedDuty(
            roster=roster, officer=officer, unit="response", day=MONDAY + n * DAY, shift="E", kind="duty",
            during=(NOW + n * DAY, NOW + n * DAY + timedelta(hours=9)),
        )
        for n in range(9000)
    ]  # fmt: skip
    PlannedDuty.objects.bulk_create(rows, batch_size=2000)
    other = int(copy(roster=roster.pk, by=littleford.planner, at=NOW).partition(":")[2])
    assert PlannedDuty.objects.filter(roster=other).count() == 9000


def test_an_officer_plans_no_roster(littleford: Littleford) -> None:
    with pytest.raises(Refused):
        draft(begins=MONDAY, ends=LAST, by=littleford.who("104"), at=NOW)
