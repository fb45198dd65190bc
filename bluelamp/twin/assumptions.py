"""The documented assumptions of the twin: what the records do not hold."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bluelamp.places.folder import borough_folder

SHIPPED = tuple(
    Path(__file__).with_name(name) for name in ("assumptions.toml", "care.toml", "duty.toml", "subjects.toml")
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
GRADES = ("G1", "G2", "G3", "G4")


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """One assumed value with its words, source and date."""

    key: str
    value: Any
    unit: str
    words: str
    source: str
    dated: date


@dataclass(frozen=True, kw_only=True)
class Offence:
    """An offence that somebody may be suspected of; `share` among those of its subject."""

    code: str
    words: str
    tried: str
    share: float


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What an incident is about: a kind of call, or a category of recorded crime (`category` set).

    `grades` are shares by grade; `minutes` the median time at scene; `victim` (named at once in a report) and `arrest`
    shares; `harms` a person, a business, or the state, and then no victim is named; `domestic` how often it is domestic
    abuse relative to other categories.
    """

    code: str
    words: str
    grades: Mapping[str, float]
    minutes: float
    said: str
    share: float = 0.0
    category: str = ""
    victim: float = 0.0
    harms: str = "person"
    arrest: float = 0.0
    domestic: float = 0.0
    offences: tuple[Offence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Assumptions:
    """Everything assumed. `curve` holds 168 weights, Monday 00:00 first."""

    values: Mapping[str, Assumption]
    curve: tuple[float, ...]
    kinds: tuple[Subject, ...]
    crimes: Mapping[str, Subject]

    def __getitem__(self, key: str) -> Any:
        return self.values[key].value

    def number(self, key: str) -> float:
        """A single number; raises KeyError for one that is not assumed."""
        return float(self.values[key].value)

    def median(self, key: str) -> tuple[float, float]:
        """A median and its log spread."""
        value = self.values[key].value
        return float(value["median"]), float(value["spread"])


def read(*files: Path) -> Assumptions:
    """Read the files, later ones over earlier; raises ValueError naming file and entry that is not complete."""
    values: dict[str, Assumption] = {}
    kinds: dict[str, Subject] = {}
    crimes: dict[str, Subject] = {}
    curve: tuple[float, ...] = ()
    for file in files:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        values |= {one["key"]: _assumption(file, one) for one in found.get("assumption", ())}
        kinds |= {one["code"]: _subject(file, one) for one in found.get("kind", ())}
        crimes |= {one["category"]: _subject(file, {**one, "code": one["category"]}) for one in found.get("crime", ())}
        if "curve" in found:
            curve = tuple(float(part) for day in DAYS for part in found["curve"][day])
    if len(curve) != 168:
        raise ValueError(f"{files[-1].name}: the curve needs 24 hours for each of 7 days.")
    return Assumptions(values=values, curve=curve, kinds=tuple(kinds.values()), crimes=crimes)


@cache
def assumptions() -> Assumptions:
    """The assumptions as shipped, with the borough's own over them."""
    own = borough_folder() / "assumptions.toml"
    return read(*SHIPPED, *([own] if own.exists() else []))


def _assumption(file: Path, entry: dict[str, Any]) -> Assumption:
    try:
        return Assumption(**entry)
    except TypeError as error:
        raise ValueError(f"{file.name}: assumption {entry.get('key')}: {error}") from None


def _subject(file: Path, entry: dict[str, Any]) -> Subject:
    offences = tuple(Offence(**one) for one in entry.get("offences", ()))
    try:
        return Subject(**{**entry, "offences": offences, "domestic": float(entry.get("domestic", 0.0))})
    except TypeError as error:
        raise ValueError(f"{file.name}: {entry.get('code')}: {error}") from None
