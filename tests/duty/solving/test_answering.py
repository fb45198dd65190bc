"""The two solvers are asked the same small choices: where both prove their answer, they agree."""

from random import Random

import pytest

from bluelamp.duty.solving.answering import apart
from bluelamp.duty.solving.bounding import bound
from bluelamp.duty.solving.linear import Linear


def choice(seed: int) -> Linear:
    """A choice of ten yes-or-no variables and two counts, between six rows."""
    luck, linear = Random(seed), Linear()
    numbers = [linear.variable(cost=luck.randint(-5, 9), limit=1 if n < 10 else 4) for n in range(12)]
    for n in range(6):
        some = luck.sample(numbers, 5)
        linear.row(
            [(one, luck.randint(1, 3)) for one in some], least=luck.randint(0, 3), most=luck.randint(5, 9), rule=n
        )
    linear.constant = 7
    return linear


def cheapest(linear: Linear) -> int:
    """By trying everything."""
    from itertools import product

    ranges = [range(limit + 1) for limit in linear.limits]
    return min(
        linear.cost_of(values)
        for values in product(*ranges)
        if all(row.least <= sum(values[one] * by for one, by in row.terms) <= row.most for row in linear.rows)
    )


@pytest.mark.parametrize("seed", range(6))
def test_both_find_the_cheapest_there_is(seed: int) -> None:
    linear = choice(seed)
    known = cheapest(linear)
    by_highs, by_cp_sat = bound(linear, seconds=5), apart(linear, seconds=5)
    assert (by_highs.cost, by_highs.proved, round(by_highs.bound)) == (known, True, known)
    assert (by_cp_sat.cost, by_cp_sat.state, round(by_cp_sat.bound)) == (known, "proved", known)
    assert linear.cost_of(by_cp_sat.values) == known


def test_a_choice_without_an_answer_says_so() -> None:
    linear = Linear()
    one = linear.variable()
    linear.row([(one, 1)], least=2, rule="no")
    with pytest.raises(ValueError, match="no answer"):
        bound(linear, seconds=1)
    assert apart(linear, seconds=1).state == "none"


def test_a_row_that_holds_anyway_is_left_out_and_one_that_cannot_stays() -> None:
    linear = Linear()
    linear.at_most([linear.variable()], 1, rule="holds")
    assert linear.rows == []
    linear.row([], least=1, rule="cannot")
    assert len(linear.rows) == 1
