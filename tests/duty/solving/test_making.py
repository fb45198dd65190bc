"""Rosters that are made: every hard rule holds, nobody is missing who need not be, and the bound is below the cost."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from unittest.mock import patch

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bluelamp.deadlines.bank_holidays import public_holidays
from bluelamp.deadlines.instants import local, local_day
from bluelamp.duty.rules import duties
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import Duty
from bluelamp.duty.rules.planning import Away, Member
from bluelamp.duty.solving import weights
from bluelamp.duty.solving.making import Made, Solved, blocks, in_turn, make, solve, solve_block, tasks
from bluelamp.duty.solving.unit_model import Missing, build
from tests.duty.units import CALL, DAY, LAW, MONDAY, SHIFTS, away, broken, cover, letters, need, people, too_few

ROUND_THE_CLOCK = (need(7, 15, 2), need(15, 22, 2), need(22, 31, 2))


def made(members: tuple[Member, ...], wanted: Cover, *, days: int = 28, seconds: float = 10.0) -> tuple[Solved, ...]:
    (task,) = tasks(members, wanted, begins=MONDAY, ends=MONDAY + days * DAY, law=LAW, seconds=seconds)
    return solve(task)


def test_where_the_base_pattern_covers_it_is_kept_and_costs_nothing() -> None:
    wanted, members = cover(need(7, 15, 1), need(15, 22, 1), need(22, 31, 1)), people(10)
    (found,) = made(members, wanted, days=20)
    assert (found.proved, found.missing) == (True, ())
    assert letters(found.roster, 20) == {
        one.officer: "".join(one.base_shift(MONDAY + n * DAY) or "." for n in range(20)) for one in members
    }


def test_four_blocks_are_linked_so_that_no_rule_breaks_at_a_seam() -> None:
    wanted, members = cover(*ROUND_THE_CLOCK), people(13)
    found = made(members, wanted, days=112)
    roster = [one for block in found for one in block.roster]
    assert [(block.begins - MONDAY).days for block in found] == [0, 28, 56, 84]
    assert broken(members, roster, wanted, 112) == []
    assert too_few(members, roster, wanted, 112) == {}
    assert all(block.bound <= block.cost for block in found)


def test_where_a_block_leaves_nobody_for_the_next_the_two_are_made_as_one() -> None:
    """The third misses somebody by itself, and nobody together with the second; what misses as many stays as it was."""
    wanted, members = cover(*ROUND_THE_CLOCK), people(2)
    (task,) = tasks(members, wanted, begins=MONDAY, ends=MONDAY + 112 * DAY, law=LAW, seconds=1.0)
    short = (Missing(need=ROUND_THE_CLOCK[0], day=MONDAY, people=1),)
    asked: list[tuple[int, int]] = []

    def answer(_: Sequence[Member], begins: date, ends: date) -> Solved:
        span = (begins - MONDAY).days, (ends - MONDAY).days
        asked.append(span)
        missing = short if span in ((56, 84), (84, 112)) else ()
        return Solved(unit="a", begins=begins, ends=ends, roster=(), missing=missing, cost=0, bound=0)

    found = in_turn(task, answer)
    assert [((one.begins - MONDAY).days, (one.ends - MONDAY).days) for one in found] == [(0, 28), (28, 84), (84, 112)]
    assert asked == [(0, 28), (28, 56), (56, 84), (28, 84), (84, 112)], "two at most are made as one"


def test_public_holidays_are_shared_out_and_those_before_the_block_count() -> None:
    """Four in the block, six duties on each: two for each of twelve. Who worked two before it works none."""
    begins = date(2026, 12, 14)
    earlier = [local(date(2026, 10, day), time(7)) for day in (5, 19)]
    tired = replace(people(1)[0], history=tuple(Duty(begins=one, ends=one + timedelta(hours=9)) for one in earlier))
    with_holidays = {*(local_day(one) for one in earlier), *public_holidays(2026), *public_holidays(2027)}
    with patch.object(duties, "public_holidays", return_value=frozenset(with_holidays)):
        members, wanted = (tired, *people(14)[1:]), cover(*ROUND_THE_CLOCK)
        (task,) = tasks(members, wanted, begins=begins, ends=begins + 28 * DAY, law=LAW, seconds=20.0)
        (found,) = solve(task)
    worked = Counter(one.officer for one in found.roster if one.day in with_holidays)
    assert sum(worked.values()) >= 24
    assert (found.missing, max(worked.values()), worked["PC 0"]) == ((), 2, 0)


def test_leave_court_training_and_what_they_forbid() -> None:
    members = list(people(13))
    members[0] = away(members[0], Away.LEAVE, 3, 9)
    members[1] = away(members[1], Away.COURT, 8, 8)
    members[2] = away(members[2], Away.TRAINING, 8, 8)
    members[3] = away(away(members[3], Away.SICK, 0, 4), Away.COURT, 15, 15)
    wanted = cover(*ROUND_THE_CLOCK)
    (found,) = made(tuple(members), wanted)
    assert broken(members, found.roster, wanted, 28) == []
    rows = letters(found.roster, 28)
    assert set(rows["PC 0"][3:10]) == set(rows["PC 3"][0:5]) == {"."}
    assert {rows[name][8] for name in ("PC 1", "PC 2")} == {"."}
    assert rows["PC 1"][7] not in "LN"


def test_a_day_of_training_just_after_a_block_is_known_in_it() -> None:
    """No late duty until midnight, nor two nights, run into a morning that the next block begins with."""
    members = tuple(away(one, Away.TRAINING, 28, 28) for one in people(14))
    wanted = cover(*ROUND_THE_CLOCK)
    found = made(members, wanted, days=56)
    roster = [one for block in found for one in block.roster]
    assert broken(members, roster, wanted, 56) == []
    assert all(row[27] != "L" and row[27] != "N" for row in letters(roster, 56).values())


def test_somebody_is_on_call_every_day_and_never_by_a_night() -> None:
    wanted, members = cover(*ROUND_THE_CLOCK, need(7, 31, 1, call=True), call=True), people(13)
    (found,) = made(members, wanted)
    assert too_few(members, found.roster, wanted, 28) == {}
    nights = {(one.officer, one.day) for one in found.roster if one.shift == "N"}
    calls = {(one.officer, one.day) for one in found.roster if one.shift in CALL}
    assert not any((name, day - n * DAY) in nights for name, day in calls for n in (0, 1))


def test_a_volunteer_never_makes_up_the_least_and_works_only_what_they_offered() -> None:
    offered = frozenset({(MONDAY + 5 * DAY, "L"), (MONDAY + 12 * DAY, "E")})
    special = replace(people(1)[0], officer="SC 1", counts=False, pattern=None, offered=offered)
    wanted = cover(need(7, 15, 1), need(15, 22, 1, desired=9))
    (found,) = made((*people(6), special), wanted)
    assert {(one.day, one.shift) for one in found.roster if one.officer == "SC 1"} <= offered
    (alone,) = made((special,), wanted)
    assert sum(one.people for one in alone.missing) == 56


def test_two_of_the_duties_a_volunteer_offers_are_used_even_where_everybody_desired_is_there() -> None:
    offered = frozenset({(MONDAY + n * DAY, "L") for n in (4, 5, 11, 12)})
    special = replace(people(1)[0], officer="SC 1", counts=False, pattern=None, offered=offered)
    wanted = cover(need(7, 15, 1), need(15, 22, 1))
    (found,) = made((*people(6), special), wanted)
    assert found.missing == ()
    assert sum(one.officer == "SC 1" for one in found.roster) == 2


def test_who_may_not_work_nights_does_not() -> None:
    members = tuple(replace(one, no_nights=n < 4) for n, one in enumerate(people(14)))
    wanted = cover(*ROUND_THE_CLOCK)
    (found,) = made(members, wanted)
    assert found.missing == ()
    assert all("N" not in letters(found.roster, 28)[f"PC {n}"] for n in range(4))


def test_who_does_no_duty_outside_is_not_counted_where_the_unit_works_outside() -> None:
    """Eight do: nobody of them is counted or put on call, and the roster is as short as without them."""
    members = tuple(replace(one, inside_only=n < 8) for n, one in enumerate(people(14)))
    needs = (need(7, 15, 1), need(15, 22, 1), need(7, 31, 1, call=True))
    for outside in (True, False):
        wanted = cover(*needs, call=True, outside=outside)
        (found,) = made(members, wanted)
        assert found.missing == ()
        called = {one.officer for one in found.roster if one.shift == "C"}
        assert bool(called & {f"PC {n}" for n in range(8)}) is not outside
        able = [one for one in members if not (outside and one.inside_only)]
        assert (
            too_few(able, [one for one in found.roster if one.officer in {m.officer for m in able}], wanted, 28) == {}
        )
    (short,) = made(members[:8], cover(need(7, 15, 1), outside=True))
    assert sum(one.people for one in short.missing) == 28


def test_a_unit_whose_duties_ask_for_a_skill_is_worked_by_who_holds_it_that_day() -> None:
    members = tuple(
        replace(one, skills={"custody": MONDAY + 13 * DAY} if n < 4 else {"custody": None} if n < 12 else {})
        for n, one in enumerate(people(14))
    )
    wanted = cover(need(7, 15, 1), need(15, 22, 1), asks="custody")
    (found,) = made(members, wanted)
    assert found.missing == ()
    by_name = {one.officer: one for one in members}
    assert all(by_name[one.officer].holds("custody", on=one.day) for one in found.roster)
    assert broken(members, found.roster, wanted, 28) == []


def a_special(name: str, patrol: str, *, offered: str = "EL", trained: bool = True) -> Member:
    hours = frozenset((MONDAY + n * DAY, key) for n in range(0, 28, 3) for key in offered)
    skills = {"officer_safety": None, "first_aid": MONDAY + (27 if trained else 6) * DAY}
    return Member(officer=name, name=name, unit="a", counts=False, patrol=patrol, offered=hours, skills=skills)


def test_a_special_is_rostered_once_on_patrol_and_while_trained() -> None:
    specials = (
        a_special("SC 1", "training"),
        a_special("SC 2", "directed"),
        a_special("SC 3", "directed", trained=False),
    )
    (found,) = made((*people(8), *specials), cover(need(7, 15, 1, desired=3), need(15, 22, 1, desired=3)))
    days = {name: [one.day for one in found.roster if one.officer == name] for name in ("SC 1", "SC 2", "SC 3")}
    assert days["SC 1"] == []
    assert days["SC 2"]
    assert days["SC 3"]
    assert max(days["SC 3"]) <= MONDAY + 6 * DAY


def test_an_accompanied_special_is_never_alone_and_is_no_further_person() -> None:
    """Two learn, on nights that one officer works: one of them at a time, and never one who would be there alone."""
    learning = (a_special("SC 1", "accompanied", offered="N"), a_special("SC 2", "accompanied", offered="N"))
    nights = (need(7, 15, 1), need(22, 31, 0, desired=1))
    (found,) = made((*people(8), *learning), cover(*nights))
    at_night: dict[date, list[str]] = {}
    for one in found.roster:
        if one.shift == "N":
            at_night.setdefault(one.day, []).append(one.officer)
    learn = [[one for one in there if one.startswith("SC")] for there in at_night.values()]
    assert any(learn)
    assert all(2 * sum(one.startswith("SC") for one in there) <= len(there) for there in at_night.values())


def test_a_skill_that_runs_out_no_longer_counts() -> None:
    members = tuple(replace(one, skills={"taser": MONDAY + (13 if n else 27) * DAY}) for n, one in enumerate(people(8)))
    wanted = cover(need(7, 15, 1, skill="taser"), shifts="E")
    (found,) = made(members, wanted)
    short = too_few(members, found.roster, wanted, 28)
    assert short == {(one.day, one.need): one.people for one in found.missing}
    assert short
    assert min(day for day, _ in short) > MONDAY + 13 * DAY


def test_counts_that_a_search_left_slack_are_made_tight() -> None:
    """An answer as a search that was cut short leaves it: everybody counted as missing, nobody is."""
    wanted, members = cover(need(7, 15, 1, desired=2), shifts="E"), people(8)
    model = build(unit="a", members=members, cover=wanted, begins=MONDAY, ends=MONDAY + 7 * DAY, law=LAW)
    solved = solve_block(model, seconds=5)
    values = [0] * len(model.linear.costs)
    for number, value in model.hint(solved.roster).items():
        values[number] = value
    for row in model.cover:
        values[row.missing] = 1
    assert model.missing(values)
    assert model.missing(model.tightened(values)) == solved.missing == ()


def test_a_wish_for_a_day_off_is_met_where_it_costs_nobody() -> None:
    members = tuple(replace(one, wishes={MONDAY + 2 * DAY: 3}) if n == 0 else one for n, one in enumerate(people(14)))
    (found,) = made(members, cover(need(7, 15, 1)))
    assert letters(found.roster, 28)["PC 0"][2] == "."


@pytest.mark.parametrize("spring", [True, False])
def test_no_rule_breaks_over_a_clock_change(spring: bool) -> None:
    """The block begins two weeks before the clocks change; the rules count elapsed hours."""
    from tests.duty import units

    monday = MONDAY.replace(year=2027, month=3, day=15) if spring else MONDAY.replace(year=2027, month=10, day=18)
    wanted, members = cover(*ROUND_THE_CLOCK), people(14)
    (task,) = tasks(members, wanted, begins=monday, ends=monday + 28 * DAY, law=LAW, seconds=10)
    (found,) = solve(task)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(units, "MONDAY", monday)
        assert units.broken(members, found.roster, wanted, 28) == []
        assert units.too_few(members, found.roster, wanted, 28) == {}


SOME = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from(list(Away)), st.integers(0, 25), st.integers(0, 6)), max_size=6
)


@settings(max_examples=12, deadline=None)
@given(absences=SOME, least=st.tuples(*[st.integers(0, 2)] * 3), sergeants=st.integers(1, 4))
def test_whatever_is_asked_no_hard_rule_breaks_and_what_is_missing_is_what_is_counted(
    absences: list[tuple[int, Away, int, int]], least: tuple[int, int, int], sergeants: int
) -> None:
    members = list(people(9, sergeants=sergeants))
    for who, kind, first, length in absences:
        members[who] = away(members[who], kind, first, min(27, first + length))
    assume(not broken(members, [], cover(), 28))
    early, late, night = least
    wanted = cover(need(7, 15, early), need(15, 22, late), need(22, 31, night), need(7, 22, 1, skill="sergeant"))
    (found,) = made(tuple(members), wanted, seconds=4)
    assert broken(members, found.roster, wanted, 28) == []
    counted = too_few(members, found.roster, wanted, 28)
    assert counted == {
        slot: max(one.people for one in found.missing if (one.day, one.need) == slot)
        for slot in {(one.day, one.need) for one in found.missing}
    }
    assert found.bound <= found.cost
    assert found.cost >= weights.MISSING * len(found.missing)


def test_two_units_are_made_side_by_side_and_told_of_as_they_are_done() -> None:
    wanted = cover(need(7, 15, 1))
    both = replace(wanted, units={**wanted.units, "b": replace(wanted.units["a"], key="b")})
    members = (*people(6), *(replace(one, officer=f"b{one.officer}", unit="b") for one in people(6)))
    heard: list[str] = []

    def hear(solved: tuple[Solved, ...]) -> bool:
        heard.append(solved[0].unit)
        return False

    asked = tasks(members, both, begins=MONDAY, ends=MONDAY + 28 * DAY, law=LAW, seconds=5)
    found = make(asked, progress=hear)
    assert set(heard) == set(found.solved) == {"a", "b"}
    assert found.missing == ()
    stopped: Made = make(asked, progress=lambda solved: True)
    assert len(stopped.solved) == 1


def test_blocks_of_28_days_and_a_shorter_last() -> None:
    found = list(blocks(MONDAY, MONDAY + 91 * DAY))
    assert [(ends - begins).days for begins, ends in found] == [28, 28, 28, 7]
    assert found[0][0] == MONDAY
    assert SHIFTS["N"].window.on(MONDAY)[1] - SHIFTS["N"].window.on(MONDAY)[0] == timedelta(hours=9)
