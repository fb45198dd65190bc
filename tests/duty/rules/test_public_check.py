"""The checker of a public roster: costs worked by hand, and every planted breach found."""

import pytest

from bluelamp.duty.rules.public_check import check
from bluelamp.duty.rules.public_problem import RosterError, read
from tests.duty.small_problem import WEEK

PROBLEM = read(WEEK, name="week.txt")
GOOD = {"A": "EEL....", "B": "...EE..", "C": "L.L.L.."}


def roster(**changed: str) -> dict[str, list[str]]:
    return {name: [one.strip(".") for one in days] for name, days in (GOOD | changed).items()}


def test_the_cost_as_worked_by_hand() -> None:
    """Day 0: E 1 of 1, L 1 of 1. Day 1: E 1 of 2, one short: 100. A has the E wished for; B is off on day 1."""
    checked = check(PROBLEM, roster())
    assert (checked.cost, checked.broken) == (100, ())


def test_wishes_passed_over_and_too_many_cost_what_they_weigh() -> None:
    """A works L on day 0: 5 for the wish, E 0 of 1: 100, L 2 of 1: 1. B works E on day 1: 2, and E is 2 of 2."""
    assert check(PROBLEM, roster(A="LLL....", B="EE...EE")).cost == 5 + 1 + 2 + 100
    assert check(PROBLEM, roster(A="LLL....")).cost == 5 + 100 + 1 + 200


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"A": "LEE...."}, "A works E on day 1, after L"),
        ({"A": "EE.E..."}, "A works E on day 3, a day off"),
        ({"A": "EE....."}, "A works 960 minutes, 1440 at least"),
        ({"A": "EEL.EEE"}, "A works 2880 minutes, 2400 at most"),
        ({"B": "..LL..."}, "B works L 2 times, 1 at most"),
        ({"B": ".EEEEE."}, "B works 5 days from day 1, 4 at most"),
        ({"B": "EE.E..."}, "B is off 1 days from day 2, 2 at least"),
        ({"B": "EE..E.."}, "B works 1 days from day 4, 2 at least"),
        ({"C": ".....L."}, "C works on 1 weekends, 0 at most"),
    ],
)
def test_each_planted_breach_is_found(changed: dict[str, str], words: str) -> None:
    assert words in check(PROBLEM, roster(**changed)).broken


def test_a_run_that_touches_an_edge_is_never_too_short() -> None:
    assert not check(PROBLEM, roster(B="E..EE..")).broken
    assert not check(PROBLEM, roster(B=".EE..E.", A="EEL...E")).broken[1:]


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"D": "......."}, "nobody called D"), ({"A": "E"}, "A: expected 7 days, found 1"),
     ({"A": "EEX...."}, "A, day 2: no shift is called 'X'")],
)  # fmt: skip
def test_a_roster_of_another_problem_is_refused(changed: dict[str, str], words: str) -> None:
    with pytest.raises(RosterError, match=words):
        check(PROBLEM, roster(**changed))
    with pytest.raises(RosterError, match="has nobody called C"):
        check(PROBLEM, {name: days for name, days in roster().items() if name != "C"})
