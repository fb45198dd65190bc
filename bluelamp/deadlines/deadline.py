"""A time by which something must be done, with the counting that leads to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import instant


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """When it is due (UTC), the counting step by step in words, and the law it rests on."""

    due: datetime
    because: tuple[str, ...]
    basis: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "due", instant(self.due))

    def left(self, at: datetime) -> timedelta:
        """Time left at the instant `at`; negative once overdue."""
        return between(at, self.due)

    def overdue(self, at: datetime) -> bool:
        """Whether the time has passed. Overdue, never "unlawful": the times are approximate (PACE s.45(2))."""
        return self.left(at) < timedelta(0)
