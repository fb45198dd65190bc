"""When the alarm of a promise is raised next."""

from collections.abc import Sequence
from datetime import datetime, timedelta


def next_alarm(*, due: datetime, warnings: Sequence[int], at: datetime, at_once: bool = False) -> datetime:
    """The first warning still ahead of `at`, or the due time itself when none is.

    `warnings` are whole minutes before `due`, the earliest first. Warnings already past when the promise is stated
    are left out: a stale warning warns of nothing. P19. `at_once`: those that are past are one alarm at `at` instead,
    for what nobody could know of before it was stated.
    """
    if at_once and warnings and due - timedelta(minutes=warnings[0]) <= at < due:
        return at
    ahead = (due - timedelta(minutes=minutes) for minutes in warnings)
    return next((instant for instant in ahead if instant > at), due)


def alarm_after(*, due: datetime, warnings: Sequence[int], at: datetime) -> datetime | None:
    """The next alarm once the one at `at` is raised; None when the due time has passed and late has been said."""
    return None if at >= due else next_alarm(due=due, warnings=warnings, at=at)


def minutes_left(*, due: datetime, at: datetime) -> int:
    """Whole minutes until `due`, rounded up; 0 or less once it is due."""
    return -int((at - due).total_seconds() // 60)


def try_again(*, failures: int, at: datetime) -> datetime:
    """When a poisoned promise is tried again: after 5 s, then 10, 20 and so on up to 15 minutes.

    `failures` counts this one, so it is at least 1. No law: the house's own rule.
    """
    return at + timedelta(seconds=min(5 * 2 ** (min(failures, 12) - 1), 900))
