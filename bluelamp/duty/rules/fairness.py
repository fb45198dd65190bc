"""How evenly something is shared out among people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


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


def minutes_under(gaps: Iterable[tuple[datetime, datetime]], *, since: datetime, until: datetime) -> int:
    """Minutes from `since` to before `until` in which anything was lacking, each counted once.

    `gaps` are stretches, each from its beginning to its end or to when it was mended, whichever came first; one that
    was mended before it began lacks nothing.
    """
    minutes, counted = 0, since
    for begins, ends in sorted(gaps):
        first, last = max(begins, counted), min(ends, until)
        if last > first:
            minutes += int((last - first).total_seconds() // 60)
            counted = last
    return minutes
