"""How evenly something is shared out among people."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Spread:
    """The least, the middle and the most that anybody has, and how many people there are."""

    least: int
    middle: float
    most: int
    people: int

    @property
    def words(self) -> str:
        """2 to 9, middle 5."""
        if not self.people:
            return "nobody"
        middle = f"{self.middle:g}"
        return f"{self.least} to {self.most}, middle {middle}" if self.least != self.most else f"{self.least} each"


def spread(counts: Sequence[int]) -> Spread:
    """The spread of counts, one for each person; nobody gives noughts."""
    ordered = sorted(counts)
    if not ordered:
        return Spread(least=0, middle=0.0, most=0, people=0)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return Spread(least=ordered[0], middle=float(middle), most=ordered[-1], people=len(ordered))
