"""The roster by which a borough is played, and the ones that are kept."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import start_of_day
from bluelamp.duty.actions.away import AwayDays
from bluelamp.duty.actions.planning import draft
from bluelamp.duty.gaps import checked
from bluelamp.duty.models import Absence, OfferedHours, PlannedDuty, Post, Roster
from bluelamp.duty.published import published_on
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.solving.making import Solved, Task
from bluelamp.insight.duty_figures import duty_figures, minutes_uncovered
from bluelamp.twin import made_rosters, quick_rosters, rostering
from bluelamp.twin.assumptions import assumptions
from bluelamp.twin.away import after_the_eve
from bluelamp.twin.running import Running
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.conftest import littleford
from tests.twin.conftest import SINCE

__all__ = ["littleford"]
WEDNESDAY = MONDAY + timedelta(days=2)


def publish(day: date = WEDNESDAY) -> Roster:
    rostering.cover(day, assumed=assumptions())
    return Roster.objects.get(state=Roster.State.PUBLISHED)


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2027, 1, 6), date(2026, 11, 30)),
        (date(2027, 1, 25), date(2026, 11, 30)),
        (date(2027, 1, 26), date(2027, 1, 25)),
    ],
    ids=["within a step", "a first Monday, whose night began on the day before", "the day after"],
)
def test_a_roster_begins_with_a_step_so_that_the_night_before_is_covered(day: date, monday: date) -> None:
    assert rostering.begin_of(day) == monday
    assert monday.weekday() == 0
    assert rostering.begin_of(day) + timedelta(weeks=rostering.WEEKS - rostering.STEP) >= day


def test_the_days_played_are_covered_and_the_hours_of_specials_are_those_of_the_roster(
    shifts_of: Callable[[float], Running],
) -> None:
    shifts_of(24)
    roster, until = Roster.objects.get(state=Roster.State.PUBLISHED), SINCE + timedelta(hours=24)
    assert (roster.ends - roster.begins).days == 16 * 7
    assert roster.begins.weekday() == 0
    assert roster.frozen_hash
    volunteers = roster.duties.filter(officer__post__is_special=True, during__overlap=(SINCE, until), kind="duty")
    spans = [(max(one.during.lower, SINCE), min(one.during.upper, until)) for one in volunteers]
    found = duty_figures(SINCE, until)
    assert found.minutes_uncovered == 0
    assert found.specials_hours == sum((ends - begins).total_seconds() for begins, ends in spans) / 3600 > 0


def test_a_set_up_that_was_cut_off_is_gone_on_with(
    littleford: Littleford, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular = littleford.officer("109").post
    special = Officer.objects.create(user_name="special", name="Special", collar_number="900", enrolled_at=NOW)
    Post.objects.create(officer=special, team=regular.team, unit=regular.unit, is_special=True)
    with monkeypatch.context() as cut:
        cut.setattr(quick_rosters, "make_quickly", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            publish()
    entered = OfferedHours.objects.count(), Absence.objects.count()
    assert Roster.objects.get().state == Roster.State.DRAFT
    publish()
    assert Roster.objects.count() == 1
    assert (OfferedHours.objects.count(), Absence.objects.count()) == entered
    assert entered[0] > 0 < entered[1]


def test_a_draft_of_somebody_else_is_left_alone(littleford: Littleford, home: Path) -> None:
    first = rostering.begin_of(WEDNESDAY)
    theirs = draft(begins=first, ends=first + timedelta(weeks=16), by=littleford.second, at=NOW)
    made = publish()
    assert made.ref != theirs
    assert not Roster.objects.get(pk=int(theirs.partition(":")[2])).duties.exists()


def test_a_second_roster_is_not_published_for_the_same_day(littleford: Littleford, home: Path) -> None:
    first = publish()
    assert publish() == first
    assert minutes_uncovered(start_of_day(WEDNESDAY), start_of_day(WEDNESDAY + timedelta(days=2))) == 0


def test_one_roster_after_the_other_is_complete_over_both_clock_changes_and_the_turn_of_the_year(
    littleford: Littleford, home: Path
) -> None:
    """Each begins where the one before ends, with its history; all have a last night that ends in the next."""
    day = first = rostering.begin_of(date(2026, 6, 17)) + DAY
    for n in range(4):
        rostering.cover(day, assumed=assumptions())
        roster = published_on(day)
        assert roster is not None
        assert roster.begins == first - DAY + n * timedelta(weeks=rostering.WEEKS)
        found = checked(roster)
        assert found.uncovered_minutes == 0
        assert [one for one in found.broken if one.hard] == []
        day = roster.ends
    assert roster.ends > date(2027, 7, 1)


def test_who_has_a_duty_on_the_eve_of_a_roster_is_not_away_on_its_first_day() -> None:
    def drawn(officer: int, kind: Away, first: int, last: int) -> AwayDays:
        return AwayDays(officer=officer, kind=kind, first=MONDAY + first * DAY, last=MONDAY + last * DAY)

    leave, court = drawn(1, Away.LEAVE, 0, 2), drawn(1, Away.COURT, 0, 0)
    others = [drawn(2, Away.LEAVE, 0, 2), drawn(1, Away.COURT, 4, 4)]
    kept = after_the_eve([leave, court, *others], MONDAY, busy={1})
    assert kept == [drawn(1, Away.LEAVE, 1, 2), *others]


def test_the_same_is_not_made_twice_and_another_period_is_made_anew(
    littleford: Littleford, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(asked: list[Task]) -> dict[str, tuple[Solved, ...]]:
        made.append(len(asked))
        return {one.unit: quick_rosters.solve_quickly(one) for one in asked}

    monkeypatch.setattr(quick_rosters, "make_quickly", counted)
    first = [(one.officer_id, one.day, one.shift) for one in publish().duties.order_by("pk")]
    unpublish()
    again = [(one.officer_id, one.day, one.shift) for one in publish().duties.order_by("pk")]
    assert again == first
    assert len(made) == 1
    unpublish()
    publish(WEDNESDAY + timedelta(days=7))
    assert len(made) == 1, "the same step"
    unpublish()
    publish(WEDNESDAY + timedelta(weeks=8))
    assert len(made) == 2


def unpublish() -> None:
    """As in another database that holds the same borough: nothing planned, nobody away."""
    for kind in (PlannedDuty, Absence, OfferedHours, Roster):
        kind.objects.all().delete()


def test_a_kept_roster_that_is_not_whole_is_as_good_as_none(littleford: Littleford, home: Path) -> None:
    publish()
    (kept,) = home.glob("rosters/*.json")
    kept.write_text(kept.read_text()[:-40])
    unpublish()
    assert publish().duties.exists()


def test_a_kept_roster_with_a_hole_is_refused_by_the_checker(littleford: Littleford, home: Path) -> None:
    publish()
    (kept,) = home.glob("rosters/*.json")
    found = json.loads(kept.read_text())
    found["response"]["planned"] = found["response"]["planned"][: len(found["response"]["planned"]) // 2]
    kept.write_text(json.dumps(found))
    unpublish()
    with pytest.raises(Refused):
        publish()
    assert not Roster.objects.filter(state=Roster.State.PUBLISHED).exists()


def test_the_key_tells_whatever_a_roster_depends_on(littleford: Littleford) -> None:
    from dataclasses import replace

    from bluelamp.duty.cover_in_force import cover_in_force
    from bluelamp.duty.members import members
    from bluelamp.duty.rules.planning import Away
    from bluelamp.duty.solving.making import tasks
    from bluelamp.places.law_in_force import law_of

    begins, ends, cover = MONDAY, MONDAY + timedelta(weeks=13), cover_in_force()
    people = members(begins=begins, ends=ends, cover=cover)
    (task,) = tasks(people, cover, begins=begins, ends=ends, law=law_of("duty"), seconds=0)
    renumbered = tuple(
        replace(one, officer=f"officer:{n + 7000}", skills={**one.skills, "taser": ends + timedelta(days=n)})
        for n, one in enumerate(task.members)
    )
    lasting = tuple(replace(one, skills={**one.skills, "taser": None}) for one in task.members)
    lapsed = replace(task, members=tuple(replace(one, skills={**one.skills, "taser": MONDAY}) for one in task.members))
    away = replace(task.members[0], away={WEDNESDAY: Away.LEAVE})
    others = (
        replace(task, ends=ends + timedelta(weeks=1)),
        replace(task, members=(away, *task.members[1:])),
        replace(task, cover=replace(cover, special=(*cover.special, cover.units[task.unit].needs[0]))),
        replace(task, law=law_of("custody")),
        lapsed,
    )
    key = made_rosters.key_of([replace(task, members=lasting)])
    assert made_rosters.key_of([replace(task, members=renumbered)]) == key
    assert len({key, *(made_rosters.key_of([one]) for one in others)}) == 6
