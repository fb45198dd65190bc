"""The daily incident number: a serial that begins at 1 at local midnight, shown with its date (C2)."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from bluelamp.deadlines.instants import local_day

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHOWN = re.compile(r"^\s*(\d{1,6})\s+(?:of\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s*$")


@dataclass(frozen=True, order=True, kw_only=True)
class Number:
    """One incident number; `day` and `serial` together are its unique key."""

    day: date
    serial: int

    def __str__(self) -> str:
        return f"{self.serial} of {self.day.day} {_MONTHS[self.day.month - 1]} {self.day.year}"


def day_of(at: datetime) -> date:
    """The local day an incident created at `at` is numbered in; the autumn day is 25 hours long."""
    return local_day(at)


def following(last: int, *, at: datetime) -> Number:
    """The number after the day's last serial (0 for none yet)."""
    return Number(day=day_of(at), serial=last + 1)


def read(text: str) -> Number | None:
    """A number typed as it is shown, such as "412 of 22 Nov 2026"; None if it is not one."""
    found = _SHOWN.match(text)
    if not found or found[3].title() not in _MONTHS:
        return None
    try:
        day = date(int(found[4]), _MONTHS.index(found[3].title()) + 1, int(found[2]))
    except ValueError:
        return None
    return Number(day=day, serial=int(found[1]))
