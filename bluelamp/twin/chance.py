"""Drawing by seed."""

from collections.abc import Mapping
from datetime import timedelta
from math import exp, log
from random import Random


def about(luck: Random, mean: float) -> int:
    """A Poisson count with this mean (a normal one, rounded, above 30)."""
    if mean > 30:
        return max(round(luck.gauss(mean, mean**0.5)), 0)
    limit, count, product = exp(-mean), 0, luck.random()
    while product > limit:
        count, product = count + 1, product * luck.random()
    return count


def one_of(luck: Random, shares: Mapping[str, float]) -> str:
    """One of the names, by their shares; they need not add up to one."""
    return luck.choices(list(shares), list(shares.values()))[0]


def around(luck: Random, median: float, spread: float) -> float:
    """A positive number around a median (log-normal)."""
    return exp(luck.gauss(log(median), spread))


def minutes(luck: Random, median: float, spread: float = 0.5) -> timedelta:
    """A span around a median of minutes."""
    return timedelta(minutes=around(luck, median, spread))


def hours(luck: Random, median: float, spread: float) -> timedelta:
    """A span around a median of hours."""
    return timedelta(hours=around(luck, median, spread))


def between(luck: Random, least: float, most: float) -> timedelta:
    """An even span of minutes from `least` to `most`."""
    return timedelta(minutes=luck.uniform(least, most))
