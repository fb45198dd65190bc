"""The search: what it says is what the checker finds, no hard rule is broken, and the bound lies under every roster."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from bluelamp.duty.rules.public_check import check
from bluelamp.duty.rules.public_problem import Problem, RosterError, Staff, read
from bluelamp.duty.solving.costing import costing
from bluelamp.duty.solving.master import Pool
from bluelamp.duty.solving.search import Found, Search, solve
from tests.duty.small_problem import WEEK, problem

PUBLIC = Path(__file__).resolve().parents[4] / "shared" / "data" / "rostering"
needs_public_files = pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public instances are not here")


def checked(made: Problem, found: Found) -> int:
    names = [one.id for one in made.shifts]
    roster = {
        one.id: ["" if k < 0 else names[k] for k in pattern]
        for one, pattern in zip(made.staff, found.patterns, strict=True)
    }
    said = check(made, roster)
    assert said.broken == ()
    assert said.cost == found.cost
    assert found.bound <= found.cost + 1e-6
    return said.cost


def test_a_small_week_is_solved_and_proved() -> None:
    """One short on day 1 is not needed: A and B both work E there, which costs B's wish of 2."""
    made = read(WEEK, name="week.txt")
    found = solve(made, seconds=20)
    assert checked(made, found) == 2
    assert found.proved


@pytest.mark.parametrize("seed", [3, 11])
def test_random_problems_cost_what_the_checker_says(seed: int) -> None:
    made = problem(seed, days=14, people=5)
    checked(made, solve(made, seconds=5, seed=seed))


@needs_public_files
def test_a_public_instance_reaches_its_best_known_cost() -> None:
    made = read((PUBLIC / "Instance3.txt").read_text(encoding="utf-8"), name="Instance3.txt")
    best = 1001
    assert checked(made, solve(made, seconds=60)) <= best * 1.005


@needs_public_files
@pytest.mark.parametrize(("number", "most"), [(1, 607), (2, 900), (4, 1850), (7, 2000), (8, 3000)])
def test_public_instances_in_a_short_time_break_no_hard_rule(number: int, most: int) -> None:
    """Eight seconds each: `checked` asks the checker that nothing hard is broken; the cost is far from senseless."""
    name = f"Instance{number}.txt"
    made = read((PUBLIC / name).read_text(encoding="utf-8"), name=name)
    assert checked(made, solve(made, seconds=8)) <= most


def test_a_person_whose_rules_leave_no_pattern_is_named() -> None:
    made = read(WEEK.replace("C,E=0|L=7,2400,0", "C,E=0|L=1,2400,960"), name="week.txt")
    assert isinstance(made.staff[2], Staff)
    with pytest.raises(RosterError, match="No pattern was found that keeps every rule of C"):
        solve(made, seconds=5)


def test_a_pattern_that_breaks_a_limit_never_joins_the_choice() -> None:
    """Where no pattern that keeps every limit is found, what is answered has no finite cost."""
    made = problem(3, days=14, people=2)
    known = Pool(costing=costing(made), people=2)
    every_day = (0,) * made.days
    answers = [(-1e9, float("inf"), every_day), (-1e9, -1e9, every_day)]
    search = Search(costing=known.costing, pool=known, price=lambda asked: answers[: len(asked)], ends=0.0,
                    luck=Random(1), best=Found(patterns=[], cost=float("inf")))  # fmt: skip
    free = np.zeros_like(known.costing.wanted)
    assert search._generate(free, free, dict.fromkeys(range(2), 1e9)) == 1
    assert [len(one) for one in known.known] == [0, 1]
