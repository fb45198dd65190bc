"""How instants, days and spans are written for people: London time, the day named when it is not today."""

from datetime import date, datetime, timedelta

from bluelamp import clock
from bluelamp.deadlines.instants import as_local

MINUTE = timedelta(minutes=1)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def today() -> date:
    """The present day in London, by the house clock."""
    return as_local(clock.now()).date()


def hour(at: datetime) -> str:
    """Hours and minutes alone: "13:50", or "01:30 GMT" in the hour that comes twice when the clocks go back."""
    wall = as_local(at)
    zone = f" {wall.tzname()}" if wall.utcoffset() != wall.replace(fold=1 - wall.fold).utcoffset() else ""
    return f"{wall:%H:%M}{zone}"


def clock_words(at: datetime) -> str:
    """Words such as "13:50" today, "Sat 09:30" within six days, "4 Dec 09:30" further off; another year is named."""
    wall = as_local(at).date()
    if wall == today():
        return hour(at)
    if abs((wall - today()).days) <= 6:
        return f"{WEEKDAYS[wall.weekday()]} {hour(at)}"
    return f"{_day_and_month(wall)} {hour(at)}"


def day_words(when: date | datetime) -> str:
    """Words such as "Fri 20 Nov", with the year when it is not this year."""
    day = as_local(when).date() if isinstance(when, datetime) else when
    return f"{WEEKDAYS[day.weekday()]} {_day_and_month(day)}"


def short_day(at: datetime) -> str:
    """For the scale of a drawing: "Mon" within six days, else "4 Dec"."""
    wall = as_local(at).date()
    return WEEKDAYS[wall.weekday()] if abs((wall - today()).days) <= 6 else _day_and_month(wall)


def span_words(span: timedelta) -> str:
    """A length of time, never rounded up: "under 1 min", "13 min", "1 h 12 min", "24 h", "3 days" from 48 h."""
    minutes = max(span, timedelta()) // MINUTE
    if minutes < 1:
        return "under 1 min"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h" + (f" {minutes % 60:02d} min" if minutes % 60 else "")
    return f"{minutes // 1440} days"


def until_words(due: datetime, at: datetime | None = None) -> str:
    """Words such as "in 13 min" before the due time, "late 4 min" after it."""
    at = at or clock.now()
    return f"late {span_words(at - due)}" if at > due else f"in {span_words(due - at)}"


def kept_words(at: datetime) -> str:
    """Words such as "kept 23:51"."""
    return f"kept {clock_words(at)}"


def due_words(due: datetime, at: datetime | None = None) -> str:
    """Words such as "by 12:47", "was 12:34" once past, "end of Mon 23 Nov" when the day itself is what is allowed."""
    wall = as_local(due)
    if (at or clock.now()) > due:
        return f"was {clock_words(due)}"
    if (wall.hour, wall.minute, wall.second) == (0, 0, 0):
        return f"end of {day_words(wall.date() - timedelta(days=1))}"
    return f"by {clock_words(due)}"


def _day_and_month(day: date) -> str:
    year = f" {day.year}" if day.year != today().year else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"
