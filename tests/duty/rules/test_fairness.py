"""How evenly something is shared out."""

from datetime import UTC, datetime

import pytest

from bluelamp.duty.rules.fairness import minutes_under, spread


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 27, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gaps", "minutes"),
    [
        ([], 0),
        ([(at(7), at(9))], 120),
        ([(at(7), at(9)), (at(8), at(10)), (at(8), at(8, 30))], 180),  # two things lacking at once count once
        ([(at(11), at(14))], 60),  # it still runs: so far
        ([(at(12), at(14))], 0),  # it is still to come
        ([(at(4), at(7))], 60),  # before the roster began is not its own
        ([(at(9), at(8))], 0),  # mended before it began
        ([(at(9), at(9, 20)), (at(7), at(7, 10))], 30),
    ],
)
def test_minutes_in_which_anything_was_lacking(gaps: list[tuple[datetime, datetime]], minutes: int) -> None:
    assert minutes_under(gaps, since=at(6), until=at(12)) == minutes


@pytest.mark.parametrize(
    ("counts", "words"),
    [([], "nobody"), ([3, 3], "3 each"), ([1, 2, 9], "1 to 9, middle 2"), ([1, 2, 3, 9], "1 to 9, middle 2.5")],
)
def test_a_spread_in_words(counts: list[int], words: str) -> None:
    assert spread(counts).words == words
