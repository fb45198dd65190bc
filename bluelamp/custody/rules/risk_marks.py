"""What risk marks, as the desk writes them, ask of a cell."""

from collections.abc import Iterable
from dataclasses import dataclass

LOW_BENCH = ("disab", "mobility", "wheelchair", "pregnan", "injury to leg", "injury to back")
NEAR_DESK = ("intoxic", "drunk", "drink", "alcohol", "drugs")
PRAYER = ("faith", "prayer", "religio")


@dataclass(frozen=True, kw_only=True)
class Needs:
    """What the choice of a cell must think of because of marks."""

    low_bench: bool
    near_desk: bool
    prayer: bool


def needs(*, marks: Iterable[str]) -> Needs:
    """What these marks ask of a cell, by their words in any case; any other mark changes nothing."""
    said = [mark.casefold() for mark in marks]

    def any_of(words: tuple[str, ...]) -> bool:
        return any(word in mark for mark in said for word in words)

    return Needs(low_bench=any_of(LOW_BENCH), near_desk=any_of(NEAR_DESK), prayer=any_of(PRAYER))
