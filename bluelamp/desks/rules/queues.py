"""What waits to be answered: how many on each line, how long the longest, and how fast the last were answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

SHOWN = ("999", "101")


@dataclass(frozen=True, kw_only=True)
class Ring:
    """One contact: when it rang, and when it was answered (None while it rings)."""

    channel: str
    rang_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Queue:
    """One line as the board shows it: "101: 2" over "longest 48 s"."""

    line: str
    waiting: int
    words: str


def queues(rings: Sequence[Ring], *, at: datetime, lines: Sequence[str] = SHOWN) -> tuple[Queue, ...]:
    """For each line who waits now; where nobody does, how long the answered ones waited in the middle (median)."""
    return tuple(_queue(line, [ring for ring in rings if ring.channel == line], at) for line in lines)


def _queue(line: str, rings: Sequence[Ring], at: datetime) -> Queue:
    waiting = [at - ring.rang_at for ring in rings if ring.answered_at is None]
    if waiting:
        return Queue(line=line, waiting=len(waiting), words=f"longest {seconds(max(waiting))}")
    answered = sorted(ring.answered_at - ring.rang_at for ring in rings if ring.answered_at)
    words = f"answered in {seconds(answered[len(answered) // 2])}" if answered else "quiet for an hour"
    return Queue(line=line, waiting=0, words=words)


def seconds(span: timedelta) -> str:
    """A wait in words: "48 s", "2 min 05 s"."""
    whole = max(int(span.total_seconds()), 0)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60:02d} s"
