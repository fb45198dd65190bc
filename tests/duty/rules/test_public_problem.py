"""The file of a public problem: read whole, or refused with its line and what was expected."""

import pytest

from bluelamp.duty.rules.public_problem import RosterError, read
from tests.duty.small_problem import WEEK


def test_a_file_is_read_whole() -> None:
    problem = read(WEEK, name="week.txt")
    first = problem.staff[0]
    assert (problem.days, len(problem.shifts), len(problem.staff), len(problem.cover)) == (7, 2, 3, 3)
    assert problem.shifts[1].not_before == {"E"}
    assert (first.most, first.longest_run, first.days_off) == ({"E": 7, "L": 7}, 4, {3})
    assert problem.staff[2].most == {"E": 0, "L": 7}
    assert problem.cover[2].wanted == 2
    assert (problem.on[0].weight, problem.off[0].staff) == (5, "B")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("SECTION_HORIZON", "SECTION_HORIZONS", "week.txt, line 2: expected one of SECTION_HORIZON"),
        ("# A comment", "7", "week.txt, line 1: expected a line that begins with SECTION_"),
        ("\n7\n", "\nseven\n", "line 3: expected a whole number from 1, found 'seven'"),
        ("L,480,E", "L,480,X", "line 7: expected a shift that was listed before, found 'X'"),
        ("L,480,E", "L,480", "line 7: expected 3 values"),
        ("A,E=7|L=7,2400,1440,4", "A,E=7|L=7,2400,4000,4", "line 10: expected a least that is not above the most"),
        ("A,E=7|L=7", "A,E=7|X=7", "line 10: expected a shift that was listed before, found 'X'"),
        ("A,3", "A,9", "line 15: expected a whole number from 0 to 6, found '9'"),
        ("A,3", "Z,3", "line 15: expected a person that was listed before, found 'Z'"),
        ("B,1,E,2", "B,1,E,-2", "line 21: expected a whole number from 0, found '-2'"),
        ("1,E,2,100,1", "1,E,2,100", "line 26: expected 5 values"),
        ("1,E,2,100,1", "0,L,2,100,1", "line 26: expected 0, L on one line of its section only"),
        ("B,E=7", "A,E=7", "line 11: expected A on one line of its section only"),
        (WEEK[WEEK.index("SECTION_COVER") :], "", "week.txt: SECTION_COVER is missing or empty"),
    ],
)
def test_a_slip_is_named_with_its_line(before: str, after: str, words: str) -> None:
    with pytest.raises(RosterError) as wrong:
        read(WEEK.replace(before, after, 1), name="week.txt")
    assert words in str(wrong.value)
