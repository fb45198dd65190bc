"""Duties as calendar text that any calendar reads: RFC 5545, lines folded by octets, times in UTC."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import instant, local_day

MAKER = "-//Bluelamp//Duties//EN"
LONGEST = 75
"""Octets of a line, its end not counted (RFC 5545 section 3.1)."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a calendar. `uid` stays the same however it changes; `changed_at` and `sequence` say that it did.

    `busy`: whether it takes up the time, as a duty does; being on call does not. `whole_days`: it lasts from the local
    day of `begins` up to before that of `ends`.
    """

    uid: str
    begins: datetime
    ends: datetime
    summary: str
    changed_at: datetime
    sequence: int = 0
    note: str = ""
    busy: bool = True
    whole_days: bool = False


def calendar_text(entries: Iterable[Entry], *, name: str) -> str:
    """The whole calendar. Raises ValueError for a time without a zone."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{escape(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
        *(line for one in entries for line in _event(one)), "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{part}\r\n" for line in lines for part in fold(line))


def _event(one: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(one.uid)}"
    yield f"DTSTAMP:{_utc(one.changed_at)}"
    yield f"LAST-MODIFIED:{_utc(one.changed_at)}"
    yield f"SEQUENCE:{one.sequence}"
    for name, at in (("DTSTART", one.begins), ("DTEND", one.ends)):
        yield f"{name};VALUE=DATE:{local_day(at):%Y%m%d}" if one.whole_days else f"{name}:{_utc(at)}"
    yield f"SUMMARY:{escape(one.summary)}"
    if one.note:
        yield f"DESCRIPTION:{escape(one.note)}"
    yield f"TRANSP:{'OPAQUE' if one.busy else 'TRANSPARENT'}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _utc(at: datetime) -> str:
    return f"{instant(at):%Y%m%dT%H%M%SZ}"


def escape(text: str) -> str:
    """Text as a value: backslashes, semicolons, commas and line ends escaped, characters that may not stand left out
    (RFC 5545 section 3.3.11)."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    for sign in ";,":
        plain = plain.replace(sign, f"\\{sign}")
    return "".join(one for one in plain.replace("\n", "\\n") if one == "\t" or (one >= " " and one != "\x7f"))


def fold(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets in UTF-8; each after the first begins with a space. No character is cut."""
    part, octets = "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > LONGEST:
            yield part
            part, octets = " ", 1
        part, octets = part + sign, octets + size
    yield part
