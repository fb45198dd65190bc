"""Small counts for public use."""

import pytest

from bluelamp.insight.rules.suppressing import shown


@pytest.mark.parametrize(("count", "words"), [(0, "0"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (12, "12")])
def test_a_count_below_five_is_not_told_apart(count: int, words: str) -> None:
    assert shown(count) == words
