"""One person's best pattern is exactly the best of all, found by trying every one and asking the checker."""

from itertools import product
from math import inf

import numpy as np
import pytest

from bluelamp.duty.rules.public_check import check
from bluelamp.duty.solving import blocks
from bluelamp.duty.solving.blocks import best_in_blocks
from bluelamp.duty.solving.costing import costing
from bluelamp.duty.solving.pattern import OFF, Pattern, Person
from tests.duty.small_problem import problem

DAYS = 8


def keeps_every_rule(made: object, pattern: Pattern) -> bool:
    names = [one.id for one in made.shifts]  # type: ignore[attr-defined]
    days = ["" if k == OFF else names[k] for k in pattern]
    return not check(made, {made.staff[0].id: days}).broken  # type: ignore[arg-type, attr-defined]


@pytest.mark.parametrize("seed", range(6))
def test_no_pattern_is_cheaper(seed: int) -> None:
    made = problem(seed, days=DAYS)
    costs = np.random.default_rng(seed).integers(-9, 6, size=(DAYS, 3)).astype(float)
    bound, cost, pattern = Person(made, made.staff[0]).best(costs)
    best = inf
    for days in product((OFF, 0, 1, 2), repeat=DAYS):
        total = sum(costs[day, k] for day, k in enumerate(days) if k != OFF)
        if total < best and keeps_every_rule(made, days):
            best = total
    assert (bound, cost) == (best, best)
    assert best == inf or keeps_every_rule(made, pattern)


@pytest.mark.parametrize("seed", range(40))
def test_over_three_weeks_every_rule_is_kept(seed: int) -> None:
    made = problem(seed, days=21)
    _, cost, pattern = Person(made, made.staff[0]).best(costing(made).own[0])
    assert cost == inf or keeps_every_rule(made, pattern)


@pytest.mark.parametrize("seed", range(20))
def test_window_by_window_every_rule_is_kept_and_nothing_is_cheaper_than_the_whole(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "KEPT", 14)
    monkeypatch.setattr(blocks, "AHEAD", 7)
    made = problem(seed, days=56)
    costs = np.random.default_rng(seed).integers(-9, 6, size=(56, 3)).astype(float)
    bound, _, _ = Person(made, made.staff[0]).best(costs)
    cost, pattern = best_in_blocks(made, made.staff[0], costs)
    assert cost >= bound
    assert cost == inf or keeps_every_rule(made, pattern)
