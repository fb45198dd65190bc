"""Reads one field of a document at a time, and says where it stands, what was expected and what was found."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bluelamp.duty.checking.wall_clock import DAY, HOUR, minutes_since_1970

YEARS = range(1970, 2200)
MOST = 10_000
DATE = re.compile(r"\d{4}-\d\d-\d\d")
WALL = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
NOTHING = object()


class RosterDocumentError(ValueError):
    """A document that cannot be checked: where, what was expected, and what was found."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value out of JSON and the path to it. Every reader raises RosterDocumentError for a value of another kind."""

    value: object
    path: str

    def fault(self, expected: str) -> RosterDocumentError:
        """The error to raise for this field."""
        return RosterDocumentError(f"{self.path or 'the document'}: expected {expected}, found {_found(self.value)}")

    def fields(self, *names: str) -> tuple["Field", ...]:
        """The named fields of an object, in that order. A missing one fails when it is read; any other is refused."""
        if not isinstance(self.value, dict):
            raise self.fault("an object")
        if len(self.value) != len(names) or any(name not in self.value for name in names):
            for unknown in self.value.keys() - set(names):
                path = self._inside(str(unknown))
                raise RosterDocumentError(f"{path}: expected only {', '.join(names)}, found an unknown field")
        return tuple(Field(self.value.get(name, NOTHING), self._inside(name)) for name in names)

    def entries(self) -> Iterator[tuple[str, "Field"]]:
        """Every key of an object, with its field."""
        if not isinstance(self.value, dict):
            raise self.fault("an object")
        for key, value in self.value.items():
            yield str(key), Field(value, self._inside(str(key)))

    def items(self) -> list["Field"]:
        """Every field of a list."""
        if not isinstance(self.value, list):
            raise self.fault("a list")
        return [Field(value, f"{self.path}[{number}]") for number, value in enumerate(self.value)]

    def text(self, *, empty: bool = False) -> str:
        """Words; `empty` allows none."""
        if not isinstance(self.value, str) or not (self.value or empty):
            raise self.fault("text")
        return self.value

    def one_of(self, words: Sequence[str]) -> str:
        """One of the given words."""
        if not isinstance(self.value, str) or self.value not in words:
            raise self.fault(f"one of {', '.join(words)}")
        return self.value

    def key_of(self, known: Mapping[str, object], what: str) -> str:
        """Text that names something which is there."""
        if self.text() not in known:
            raise self.fault(f"{what} that is there")
        return self.text()

    def truth(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.fault("true or false")
        return self.value

    def whole(self, least: int = 0, most: int = MOST) -> int:
        """A whole number from `least` to `most`."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not least <= self.value <= most:
            raise self.fault(f"a whole number from {least} to {most}")
        return self.value

    def number(self) -> int | float:
        """A number from 0."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST:
            raise self.fault(f"a number from 0 to {MOST}")
        return value

    def day(self, expected: str = "a date") -> date:
        """A date of the calendar, written 2026-12-07."""
        if isinstance(self.value, str) and DATE.fullmatch(self.value):
            try:
                day = date.fromisoformat(self.value)
            except ValueError:
                raise self.fault(expected) from None
            if day.year in YEARS:
                return day
        raise self.fault(expected)

    def days(self) -> frozenset[date]:
        """A list of dates."""
        return frozenset(field.day() for field in self.items())

    def minute(self) -> int:
        """An instant with its offset, as minutes since 1970 in UTC; it falls on a whole minute."""
        expected = "an instant with its offset, on a whole minute"
        try:
            at = datetime.fromisoformat(self.text())
        except ValueError:
            raise self.fault(expected) from None
        if at.tzinfo is None or at.year not in YEARS:
            raise self.fault(expected)
        at = at.astimezone(UTC)
        if at.second or at.microsecond:
            raise self.fault(expected)
        return minutes_since_1970(at)

    def wall(self, *, end: bool = False) -> int:
        """A time of the clock as minutes after midnight; the end of a window may be 24:00."""
        text = self.value if isinstance(self.value, str) else ""
        if end and text == "24:00":
            return DAY
        if not (parts := WALL.fullmatch(text)):
            raise self.fault("a time of the clock, 00:00 to 24:00" if end else "a time of the clock, 00:00 to 23:59")
        return int(parts[1]) * HOUR + int(parts[2])

    def _inside(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def _found(value: object) -> str:
    if value is NOTHING:
        return "nothing"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    if isinstance(value, float) and not math.isfinite(value):
        return "no number"
    return repr(value)
