"""Repairs of a published roster: it is covered again, no hard rule breaks, and no cheaper repair exists."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluelamp.duty.rules.planning import Away, Member, Planned
from bluelamp.duty.solving.making import solve, tasks, with_history
from bluelamp.duty.solving.repairing import CHANGED_DUTY, REST_DAY_LOST, Repair, repair
from tests.duty.units import DAY, LAW, MONDAY, away, broken, cover, need, people, too_few

WANTED = cover(need(7, 15, 1), need(15, 22, 1), need(22, 31, 1))
TODAY, LAST = 10, 14


def published(members: tuple[Member, ...]) -> tuple[Planned, ...]:
    (task,) = tasks(members, WANTED, begins=MONDAY, ends=MONDAY + 28 * DAY, law=LAW, seconds=10)
    return solve(task)[0].roster


def mended(
    members: tuple[Member, ...], roster: tuple[Planned, ...], sick: str, *, of: str = "a"
) -> tuple[Repair, list[Planned]]:
    """The repair of a unit from day 10 with one person sick for five days, and the roster after it."""
    today = MONDAY + TODAY * DAY
    gone = {(sick, MONDAY + n * DAY) for n in range(TODAY, LAST + 1)}
    stands = [one for one in roster if (one.officer, one.day) not in gone]
    future = [one for one in stands if one.day >= MONDAY + 24 * DAY]
    past = [one for one in stands if one.day < today]
    now = []
    for one in members:
        member = with_history(one, past, WANTED, MONDAY, today)
        later = tuple(p.duty(WANTED.shifts) for p in future if p.officer == one.officer)
        now.append(replace(member, history=(*member.history, *later)))
    ours = [one for one in now if one.unit == of]
    members_now = tuple(away(one, Away.SICK, TODAY, LAST) if one.officer == sick else one for one in ours)
    found = repair(
        unit="a", members=members_now, published=stands, cover=WANTED, begins=today, ends=MONDAY + 24 * DAY, law=LAW
    )
    changed = {(one.officer, one.day): one for one in found.changes}
    kept = [one for one in stands if (one.officer, one.day) not in changed]
    new = [Planned(officer=c.officer, day=c.day, shift=c.after) for c in found.changes if c.after]
    return found, [*kept, *new]


@pytest.mark.parametrize("shift", ["E", "L", "N"])
def test_covered_again_with_no_rule_broken_before_in_or_after_the_repair(shift: str) -> None:
    members = people(12)
    roster = published(members)
    sick = next(one.officer for one in roster if one.day == MONDAY + TODAY * DAY and one.shift == shift)
    found, after = mended(members, roster, sick)
    assert found.least
    assert found.missing == ()
    assert too_few(members, after, WANTED, 28) == {}
    assert broken([one for one in members if one.officer != sick], after, WANTED, 28) == []
    assert sick not in {one.officer for one in found.changes}
    assert all(MONDAY + TODAY * DAY <= one.day < MONDAY + 24 * DAY for one in found.changes)


@settings(max_examples=15, deadline=None)
@given(count=st.integers(8, 13), who=st.integers(0, 12))
def test_a_repair_touches_no_unit_it_need_not_and_breaks_no_hard_rule(count: int, who: int) -> None:
    """Whoever falls sick: only their unit changes, only where somebody would be missing; what is missing is said."""
    members = people(count)
    roster = published(members)
    sick = members[who % count].officer
    beside = tuple(replace(one, officer=f"B {one.officer}", unit="b") for one in members)
    both = (*roster, *(replace(one, officer=f"B {one.officer}") for one in roster))
    found, after = mended((*members, *beside), both, sick, of="a")
    assert {one.officer for one in found.changes} <= {one.officer for one in members} - {sick}
    gone = {(sick, MONDAY + n * DAY) for n in range(TODAY, LAST + 1)}
    left = [one for one in roster if (one.officer, one.day) not in gone]
    if not too_few(members, left, WANTED, 24):
        assert found.changes == ()
    own = [one for one in after if not one.officer.startswith("B ")]
    assert broken([one for one in members if one.officer != sick], own, WANTED, 28) == []
    assert bool(too_few(members, own, WANTED, 24)) == bool(found.missing)


def test_where_nobody_is_missing_nothing_is_changed() -> None:
    members = people(14)
    roster = published(members)
    spare = next(
        one.officer for one in roster
        if one.day == MONDAY + TODAY * DAY
        and not too_few(
            members, [x for x in roster if x.officer != one.officer or x.day < one.day or x.day > one.day + 4 * DAY],
            WANTED, 28,
        )
    )  # fmt: skip
    found, _ = mended(members, roster, spare)
    assert (found.changes, found.points) == ((), 0)


def test_no_single_change_of_fewer_points_covers_again() -> None:
    """Every change of one duty of one person is tried, for each who may fall sick on that day."""
    members = people(7)
    roster = published(members)
    tried = 0
    for sick in [one.officer for one in roster if one.day == MONDAY + TODAY * DAY]:
        found, _ = mended(members, roster, sick)
        gone = {(sick, MONDAY + n * DAY) for n in range(TODAY, LAST + 1)}
        stands = [one for one in roster if (one.officer, one.day) not in gone]
        for change in _single(members, sick):
            if _points(stands, change) < found.points:
                tried += 1
                assert not _covers(members, stands, sick, change), change
    assert tried > 100


def _points(stands: list[Planned], change: tuple[str, int, str]) -> int:
    """A duty moved or dropped, or a rest day that is worked."""
    name, n, shift = change
    stood = next((one.shift for one in stands if (one.officer, one.day) == (name, MONDAY + n * DAY)), "")
    if shift == stood:
        return 0
    return CHANGED_DUTY + (0 if stood else REST_DAY_LOST)


def _single(members: tuple[Member, ...], sick: str) -> list[tuple[str, int, str]]:
    names = [one.officer for one in members if one.officer != sick]
    return list(product(names, range(TODAY, LAST + 1), ["", "E", "L", "N"]))


def _covers(members: tuple[Member, ...], stands: list[Planned], sick: str, change: tuple[str, int, str]) -> bool:
    name, n, shift = change
    day = MONDAY + n * DAY
    after = [one for one in stands if (one.officer, one.day) != (name, day)]
    after += [Planned(officer=name, day=day, shift=shift)] if shift else []
    others = [one for one in members if one.officer != sick]
    return too_few(members, after, WANTED, 28) == {} and broken(others, after, WANTED, 28) == []
