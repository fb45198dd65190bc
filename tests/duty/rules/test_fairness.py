"""How evenly something is shared out."""

import pytest

from bluelamp.duty.rules.fairness import spread


@pytest.mark.parametrize(
    ("counts", "words"),
    [([], "nobody"), ([3, 3], "3 each"), ([1, 2, 9], "1 to 9, middle 2"), ([1, 2, 3, 9], "1 to 9, middle 2.5")],
)
def test_a_spread_in_words(counts: list[int], words: str) -> None:
    assert spread(counts).words == words
