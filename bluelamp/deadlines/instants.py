"""Instants in UTC, shown in Europe/London, and local wall times turned into instants."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class NoSuchLocalTime(ValueError):
    """The clocks were put forward over this wall time: it never was."""


def instant(at: datetime) -> datetime:
    """The same instant in UTC. Raises ValueError for a time without a zone."""
    if at.tzinfo is UTC:
        return at
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no zone; an instant needs one.")
    return at.astimezone(UTC)


def as_local(at: datetime) -> datetime:
    """The same instant as London shows it. Raises ValueError for a time without a zone.

    Never subtract or compare two local times: Python then counts the wall clock. Use `elapsed.between`.
    """
    return instant(at).astimezone(LONDON)


def local_day(at: datetime) -> date:
    """The calendar day in London on which the instant falls."""
    return as_local(at).date()


@lru_cache(maxsize=16384)
def local(day: date, at: time, fold: int = 0) -> datetime:
    """The instant (UTC) at which London's clocks show `at` on `day`.

    On the autumn night 01:00 to 01:59 comes twice: `fold=0` is the first (BST), `fold=1` the second (GMT); on any
    other time `fold` changes nothing. On the spring night 01:00 to 01:59 never comes: raises NoSuchLocalTime.
    """
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=fold), tzinfo=LONDON)
    found = wall.astimezone(UTC)
    if found.astimezone(LONDON).replace(tzinfo=None, fold=0) != wall.replace(tzinfo=None, fold=0):
        raise NoSuchLocalTime(f"{at:%H:%M} on {spoken_day(day)} never was: the clocks went forward over it.")
    return found


def next_local(at: time, *, after: datetime) -> datetime:
    """The first instant later than `after` at which London's clocks show `at`: today, tomorrow, or where a clock
    change leaves it out, the day after. Raises ValueError for a time without a zone.
    """
    first = local_day(after)
    for day in (first, first + timedelta(days=1), first + timedelta(days=2)):
        for fold in (0, 1):
            with suppress(NoSuchLocalTime):
                if (then := local(day, at, fold)) > instant(after):
                    return then
    raise AssertionError("The clocks show every time within two days.")


def comes_twice(day: date, at: time) -> bool:
    """Whether this wall time is repeated when the clocks go back, so that a form must ask which one is meant."""
    try:
        return local(day, at, fold=0) != local(day, at, fold=1)
    except NoSuchLocalTime:
        return False


def start_of_day(day: date) -> datetime:
    """The instant of the local midnight with which the day begins."""
    return local(day, time(0))


@lru_cache(maxsize=4096)
def hours_in_day(day: date) -> int:
    """23, 24 or 25: how many hours the local day has."""
    return (start_of_day(day + timedelta(days=1)) - start_of_day(day)) // timedelta(hours=1)


def spoken(at: datetime) -> str:
    """The instant in words: "22:50 Fri 20 Nov 2026", with BST or GMT on a day when the clocks change."""
    shown = as_local(at)
    zone = f" {shown.tzname()}" if hours_in_day(shown.date()) != 24 else ""
    return f"{shown.hour:02}:{shown.minute:02}{zone} {spoken_day(shown)}"


def spoken_day(day: date) -> str:
    """The day in words: "Fri 20 Nov 2026"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
