"""Ages, known and estimated (P23)."""

from datetime import date

import pytest

from bluelamp.people.rules.ages import Born, age, in_words, treated_as_child

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("born", "found", "child"),
    [
        (Born(on=date(2008, 11, 20)), (18, 18), False),
        (Born(on=date(2008, 11, 21)), (17, 17), True),
        (Born(on=date(2008, 2, 29)), (18, 18), False),
        (Born(low=16, high=20, estimated_on=DAY), (16, 20), True),
        (Born(low=16, high=20, estimated_on=date(2024, 11, 20)), (18, 23), False),
        (Born(low=30, high=40, estimated_on=date(2026, 6, 1)), (30, 41), False),
        (Born(), None, None),
    ],
)
def test_ages(born: Born, found: tuple[int, int] | None, child: bool | None) -> None:
    assert age(born, on=DAY) == found
    assert treated_as_child(born, on=DAY) is child


def test_in_words() -> None:
    assert in_words(Born(on=date(1992, 1, 1)), on=DAY) == "34"
    assert in_words(Born(low=30, high=40, estimated_on=DAY), on=DAY) == "30 to 40, estimated"
    assert in_words(Born(), on=DAY) == "age not known"
