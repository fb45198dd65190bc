"""Legal days and months: arithmetic on the local calendar, never on hours."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from bluelamp.deadlines.instants import start_of_day


def add_months(day: date, months: int) -> date:
    """The corresponding date `months` later, or the last day of that month where it has no such date.

    This is also the last day for an act due "within n months of" a day that is itself not counted, such as the
    six months of Magistrates' Courts Act 1980 s.127: 20 May -> 20 Nov, 31 Aug 2026 -> 28 Feb 2027.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of_period(start: date, months: int) -> date:
    """The last day of "n months beginning with" `start`, by the corresponding date rule.

    The period ends the day before the corresponding date; where the month has no such date it ends with the month
    (30 Nov 2027 and 3 months -> 29 Feb 2028). Raises ValueError for less than one month.
    """
    if months < 1:
        raise ValueError(f"A period has at least one month, not {months}.")
    corresponding = add_months(start, months)
    clipped = corresponding.day != start.day
    return corresponding if clipped else corresponding - timedelta(days=1)


def end_of_day(day: date) -> datetime:
    """The instant (UTC) of the local midnight that ends the day."""
    return start_of_day(day + timedelta(days=1))
