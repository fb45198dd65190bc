"""The words of the victim's own page, one file a language; days and times as that language says them."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from bluelamp.deadlines.instants import as_local

FOLDER = Path(__file__).parent / "words"
ENGLISH = "en"


@dataclass(frozen=True, kw_only=True)
class Words:
    """One language. `said["home"]["now"]` is a sentence; `code` is its tag in HTML."""

    code: str
    said: dict[str, Any]

    @property
    def direction(self) -> str:
        return str(self.said["direction"])

    def say(self, room: str, key: str, **filled: object) -> str:
        """One sentence with its placeholders filled."""
        return str(self.said[room][key]).format(**filled)

    def day(self, at: datetime) -> str:
        """The local day in words, with no year."""
        local = as_local(at)
        weekday, month = self.said["days"][local.weekday()], self.said["months"][local.month - 1]
        return str(self.said["day"]).format(weekday=weekday, day=local.day, month=month)

    def due(self, at: datetime) -> str:
        """By when, in words: the end of a day is said as that day, never as midnight of the next."""
        local = as_local(at)
        if (local.hour, local.minute) == (0, 0):
            return str(self.said["end_of"]).format(day=self.day(at - timedelta(minutes=1)))
        return str(self.said["by_time"]).format(time=f"{local:%H:%M}", day=self.day(at))


@cache
def languages() -> dict[str, str]:
    """Every language there is a file for: its tag and its own name, English first."""
    codes = sorted((path.stem for path in FOLDER.glob("*.toml")), key=lambda code: (code != ENGLISH, code))
    return {code: str(words_of(code).said["name"]) for code in codes}


@cache
def words_of(code: str) -> Words:
    """The words of a language. Raises FileNotFoundError for one that has no file."""
    return Words(code=code, said=tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8")))
