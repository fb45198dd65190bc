"""Choices of a field from the words of a rule."""

from collections.abc import Iterable
from typing import Any


def choices(of: Iterable[Any]) -> list[tuple[str, str]]:
    """The values of an enumeration with their words."""
    return [(one.value, one.words) for one in of]
