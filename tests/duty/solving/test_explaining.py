"""A conflict in words: planted, found, and proved irreducible by leaving each part out in turn."""

from dataclasses import replace

from bluelamp.duty.rules.conflict_words import LeaveGrant, NeedOnADay
from bluelamp.duty.rules.planning import Away, Member
from bluelamp.duty.solving.explaining import explain, stretches
from bluelamp.duty.solving.making import solve, tasks
from tests.duty.units import DAY, LAW, MONDAY, away, cover, need, people

WANTED = cover(need(7, 15, 1), need(15, 22, 1, skill="sergeant"), need(7, 15, 1, skill="sergeant"))


def sergeants_away() -> tuple[Member, ...]:
    """Four of six sergeants on leave on day 12, the fifth at court."""
    members = list(people(14, sergeants=6))
    for n in range(4):
        members[n] = away(members[n], Away.LEAVE, 11 - n, 13)
    members[4] = away(members[4], Away.COURT, 12, 12)
    return tuple(members)


def clash(members: tuple[Member, ...]) -> tuple[object, ...] | None:
    found = explain(unit="a", members=members, cover=WANTED, begins=MONDAY, ends=MONDAY + 28 * DAY, law=LAW)
    assert found is None or found.irreducible
    return found.groups if found else None


def test_the_conflict_is_the_leave_and_the_needs_and_nothing_else() -> None:
    groups = clash(sergeants_away())
    assert groups is not None
    assert {one.officer for one in groups if isinstance(one, LeaveGrant)} == {f"PC {n}" for n in range(4)}
    needs = [one for one in groups if isinstance(one, NeedOnADay)]
    assert {(one.need.skill, one.day) for one in needs} == {("sergeant", MONDAY + 12 * DAY)}


def test_with_any_one_left_out_the_others_can_hold() -> None:
    members = sergeants_away()
    groups = clash(members)
    assert groups
    for one in groups:
        if isinstance(one, LeaveGrant):
            given_back = tuple(replace(m, away={}) if m.officer == one.officer else m for m in members)
            assert clash(given_back) is None
            (task,) = tasks(given_back, WANTED, begins=MONDAY, ends=MONDAY + 28 * DAY, law=LAW, seconds=5)
            assert solve(task)[0].missing == ()


def test_there_is_none_where_everything_can_hold() -> None:
    assert clash(people(14, sergeants=6)) is None


def test_days_in_stretches() -> None:
    days = [MONDAY + n * DAY for n in (0, 1, 2, 5, 7, 8)]
    assert [((first - MONDAY).days, (last - MONDAY).days) for first, last in stretches(days)] == [
        (0, 2),
        (5, 5),
        (7, 8),
    ]
    assert list(stretches([])) == []
