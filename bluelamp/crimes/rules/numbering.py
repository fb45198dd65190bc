"""The crime number: force, serial, year, such as 41/12345/26, and the ways people type it (I9)."""

import re
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import local_day

_TYPED = re.compile(r"^\s*([0-9]{2})\s*[/\-. ]\s*([0-9]{1,7})\s*[/\-. ]\s*(?:20)?([0-9]{2})\s*$")


@dataclass(frozen=True, order=True, kw_only=True)
class CrimeNumber:
    """A crime number; never reused, not even when the crime is cancelled. `year` has four digits."""

    year: int
    serial: int
    force: str = "41"

    def __str__(self) -> str:
        return f"{self.force}/{self.serial:05d}/{self.year % 100:02d}"


def following(last: int, *, at: datetime, force: str = "41") -> CrimeNumber:
    """The number after the year's last serial (0 for none yet), in the local year of `at`."""
    return CrimeNumber(year=local_day(at).year, serial=last + 1, force=force)


def read(text: str) -> CrimeNumber | None:
    """A number as typed: 41/123/26, 41/000123/26, 41-123-2026; None if it is not one or its serial is 0."""
    found = _TYPED.match(text)
    if not found or int(found[2]) == 0:
        return None
    return CrimeNumber(force=found[1], serial=int(found[2]), year=2000 + int(found[3]))
