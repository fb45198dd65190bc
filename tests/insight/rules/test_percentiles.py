"""Percentiles by the nearest rank."""

import pytest

from bluelamp.insight.rules.percentiles import percentile


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([], 0.5, None), ([7], 0.5, 7), ([4, 1, 3, 2], 0.5, 2), ([1, 2, 3, 4, 5], 0.5, 3), (list(range(1, 101)), 0.95, 95),
     ([1, 2], 1.0, 2)],
)  # fmt: skip
def test_is_always_a_value_that_was_measured(values: list[int], share: float, expected: int | None) -> None:
    assert percentile(values, share) == expected


@pytest.mark.parametrize("share", [0, -0.1, 1.1])
def test_a_share_out_of_range_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        percentile([1], share)
