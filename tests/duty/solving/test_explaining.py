"""A conflict in words: planted, found, and proved irreducible by leaving each part out in turn."""

from dataclasses import replace

from bluelamp.duty.rules.conflict_words import LeaveGrant, NeedOnADay, Restricted, RuleKept, SkillLapsed
from bluelamp.duty.rules.cover import Cover
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


def told(members: tuple[Member, ...], wanted: Cover) -> set[object]:
    """The conflict's parts beside the needs; that nothing can be left out is checked by leaving each out."""
    found = explain(unit="a", members=members, cover=wanted, begins=MONDAY, ends=MONDAY + 28 * DAY, law=LAW)
    assert found
    assert found.irreducible
    assert any(isinstance(one, NeedOnADay) for one in found.groups)
    return {one for one in found.groups if not isinstance(one, NeedOnADay)}


def holds(members: tuple[Member, ...], wanted: Cover) -> bool:
    return explain(unit="a", members=members, cover=wanted, begins=MONDAY, ends=MONDAY + 28 * DAY, law=LAW) is None


def test_restrictions_that_leave_nobody_for_a_night_are_named() -> None:
    """Two of three may work no nights and the third is on leave: any one of the three would do."""
    night = replace(need(22, 31, 1), days=frozenset({2}))
    members = list(people(3))
    members[0], members[1] = (replace(one, no_nights=True) for one in members[:2])
    members[2] = away(members[2], Away.LEAVE, 0, 27)
    wanted = cover(night)
    leave = LeaveGrant(officer="PC 2", first=MONDAY, last=MONDAY + 27 * DAY)
    assert told(tuple(members), wanted) == {
        Restricted(officer="PC 0", what="no nights"), Restricted(officer="PC 1", what="no nights"), leave,
    }  # fmt: skip
    assert holds((replace(members[0], no_nights=False), *members[1:]), wanted)
    assert holds((*members[:2], replace(members[2], away={})), wanted)


def test_who_does_no_duty_outside_is_named_where_the_unit_works_outside() -> None:
    members = (replace(people(1)[0], inside_only=True),)
    wanted = replace(need(7, 15, 1), days=frozenset({2}))
    assert told(members, cover(wanted, outside=True)) == {
        Restricted(officer="PC 0", what="no duty outside the station")
    }
    assert holds(members, cover(wanted))


def test_skills_that_run_out_are_named_with_their_last_day() -> None:
    last = MONDAY + 8 * DAY
    members = tuple(replace(one, skills={"taser": last}) for one in people(2))
    wanted = cover(replace(need(7, 15, 1, skill="taser"), days=frozenset({2})))
    assert told(members, wanted) == {SkillLapsed(officer=f"PC {n}", skill="taser", last=last) for n in range(2)}
    assert holds((replace(members[0], skills={"taser": None}), members[1]), wanted)


def test_a_rule_of_rest_is_named_where_it_is_what_clashes() -> None:
    """One person, late on Mondays and early on Tuesdays: 7 hours between them."""
    members = people(1)
    late, early = replace(need(15, 24, 1), days=frozenset({0})), replace(need(7, 15, 1), days=frozenset({1}))
    assert told(members, cover(late, early)) == {RuleKept(name="rest_between_duties")}
    assert holds(members, cover(late, replace(early, days=frozenset({2}))))


def test_days_in_stretches() -> None:
    days = [MONDAY + n * DAY for n in (0, 1, 2, 5, 7, 8)]
    assert [((first - MONDAY).days, (last - MONDAY).days) for first, last in stretches(days)] == [
        (0, 2),
        (5, 5),
        (7, 8),
    ]
    assert list(stretches([])) == []
