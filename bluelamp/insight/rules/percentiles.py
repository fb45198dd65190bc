"""Percentiles by the nearest rank: always a value that was really measured."""

from collections.abc import Sequence
from math import ceil
from typing import TypeVar

Value = TypeVar("Value", int, float)


def percentile(values: Sequence[Value], share: float) -> Value | None:
    """The smallest value that at least `share` (above 0, at most 1) of all values do not exceed; None for no values.

    Raises ValueError for a share out of range.
    """
    if not 0 < share <= 1:
        raise ValueError("A percentile needs a share above 0 and at most 1.")
    if not values:
        return None
    return sorted(values)[ceil(share * len(values)) - 1]
