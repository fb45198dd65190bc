"""The most at one time, from comings and goings."""

from collections.abc import Iterable
from datetime import datetime


def peak(stays: Iterable[tuple[datetime, datetime | None]], *, since: datetime, until: datetime) -> int:
    """The most stays that ran at one instant in [since, until). A stay without an end still runs; one that ends when
    another begins has made room for it."""
    moves: list[tuple[datetime, int]] = []
    for began, ended in stays:
        if began < until and (ended is None or ended > since):
            moves.append((max(began, since), 1))
            if ended is not None and ended < until:
                moves.append((ended, -1))
    most = now = 0
    for _, change in sorted(moves):
        now += change
        most = max(most, now)
    return most
