"""Law as dated data: which value held on which day, by which source, and a force's own values over it."""

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Self

SPANS = {"seconds": "seconds", "minutes": "minutes", "hours": "hours", "days": "days"}
TAGS = ("V", "V2", "U", "P")
"""V read in the law or official text, V2 read in a secondary source, U to be verified, P policy or product choice."""
NEEDED = {"key": str, "value": object, "unit": str, "source": str, "tag": str, "effective_from": date}
ALLOWED = {"calendar": str, "signed_off_by": str, "fixed": bool}


class LawError(Exception):
    """The law as data is wrong, or has no value for that day; the words name file, key and line where known."""


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value of one key from one day on."""

    key: str
    value: Any
    unit: str
    source: str
    tag: str
    effective_from: date
    calendar: str = ""
    signed_off_by: str = ""
    fixed: bool = False
    where: str = ""

    @cached_property
    def span(self) -> timedelta:
        """The value as elapsed time; raises LawError unless it is a number of seconds, minutes, hours or days."""
        if self.unit not in SPANS or not isinstance(self.value, int | float):
            raise LawError(f"{self.where}: {self.key} is in {self.unit!r}, not a span of time.")
        return timedelta(**{SPANS[self.unit]: self.value})

    @property
    def number(self) -> int:
        """The value as a whole number; raises LawError otherwise."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise LawError(f"{self.where}: {self.key} is {self.value!r}, not a whole number.")
        return self.value

    @property
    def text(self) -> str:
        """The value as words; raises LawError otherwise."""
        if not isinstance(self.value, str):
            raise LawError(f"{self.where}: {self.key} is {self.value!r}, not words.")
        return self.value

    @property
    def items(self) -> tuple[Any, ...]:
        """The value as a list; raises LawError otherwise."""
        if not isinstance(self.value, list):
            raise LawError(f"{self.where}: {self.key} is {self.value!r}, not a list.")
        return tuple(self.value)


class Law:
    """Every value of a domain's law by key and starting date. Read-only."""

    def __init__(self, values: list[Value], *, name: str = "") -> None:
        self.name = name
        self._versions: dict[str, list[Value]] = {}
        for value in sorted(values, key=lambda each: each.effective_from):
            self._versions.setdefault(value.key, []).append(value)

    def value(self, key: str, *, on: date) -> Value:
        """What held on the day `on`. Raises LawError for a key not known or not yet in force on that day."""
        known = self._versions.get(key) or self.versions(key)
        for version in reversed(known):
            if version.effective_from <= on:
                return version
        first = known[0]
        raise LawError(f"{first.where}: {key} holds from {first.effective_from}, not on {on}.")

    def versions(self, key: str) -> tuple[Value, ...]:
        """Every version of a key, oldest first. Raises LawError for a key not known."""
        if key not in self._versions:
            raise LawError(f"{self.name}: no law is called {key!r}.")
        return tuple(self._versions[key])

    def __getitem__(self, key: str) -> Value:
        """The newest version of a key; a rule asks `value(key, on=...)` by the day of the event instead."""
        return self.versions(key)[-1]

    def __contains__(self, key: object) -> bool:
        return key in self._versions

    def keys(self) -> tuple[str, ...]:
        """Every key, in alphabetical order."""
        return tuple(sorted(self._versions))

    def changed(self, key: str, value: Any) -> Self:
        """A copy in which every version of the key has another value: for "what if" and for tests."""
        self.versions(key)
        every = [version for versions in self._versions.values() for version in versions]
        return type(self)([replace(v, value=value) if v.key == key else v for v in every], name=self.name)


def load(path: Path | str, *overrides: Path | str) -> Law:
    """The law in a TOML file, with a force's files over it, a later one over an earlier.

    A file is a list `law` of entries {key, value, unit, source, tag, effective_from} and, if wanted, calendar,
    signed_off_by, fixed. An override replaces a known key, in the same unit, from its own `effective_from` on; an
    entry marked `fixed` (statute) refuses it. Raises LawError naming file, key and line, and for an absent file.
    """
    values = _read(Path(path))
    for override in overrides:
        values = _overridden(values, _read(Path(override)))
    return Law(values, name=str(path))


def _overridden(base: list[Value], own: list[Value]) -> list[Value]:
    known = {value.key: value for value in base}
    starts: dict[str, date] = {}
    for value in own:
        _insist_may_override(known.get(value.key), value)
        starts[value.key] = min(value.effective_from, starts.get(value.key, date.max))
    kept = [value for value in base if value.effective_from < starts.get(value.key, date.max)]
    return [*kept, *own]


def _insist_may_override(known: Value | None, value: Value) -> None:
    if known is None:
        raise LawError(f"{value.where}: {value.key} overrides nothing; no law is called that.")
    if known.fixed:
        raise LawError(f"{value.where}: {value.key} is fixed by {known.source}; a force cannot change it.")
    if known.unit != value.unit:
        raise LawError(f"{value.where}: {value.key} is in {value.unit!r}, but the law is in {known.unit!r}.")


def _read(path: Path) -> list[Value]:
    text = _text(path)
    try:
        entries = tomllib.loads(text).get("law")
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"{path.name}: not readable as TOML: {error}") from error
    if not isinstance(entries, list):
        raise LawError(f"{path.name}: there is no list called 'law'.")
    lines = _lines_of_keys(text)
    return _distinct([_value(entry, path.name, lines) for entry in entries])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LawError(f"{path.name}: cannot be read: {error}") from error


def _lines_of_keys(text: str) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("#"):
            continue
        for key in re.findall(r"""\bkey\s*=\s*["']([^"']*)["']""", line):
            lines.setdefault(key, []).append(number)
    return lines


def _value(entry: Any, file: str, lines: dict[str, list[int]]) -> Value:
    key = entry.get("key") if isinstance(entry, dict) else None
    if not isinstance(key, str) or not key:
        raise LawError(f"{file}: an entry has no key: {entry!r}")
    numbers = lines.get(key, [])
    where = f"{file}, line {numbers.pop(0)}" if numbers else file
    for name, kind in NEEDED.items():
        if name not in entry:
            raise LawError(f"{where}: {key} has no {name}.")
        if not isinstance(entry[name], kind):
            raise LawError(f"{where}: {name} of {key} is {entry[name]!r}, which is not a {kind.__name__}.")
    _insist_sound(entry, where)
    return Value(**entry, where=where)


def _insist_sound(entry: dict[str, Any], where: str) -> None:
    key = entry["key"]
    if entry["tag"] not in TAGS:
        raise LawError(f"{where}: tag of {key} is {entry['tag']!r}, not one of {', '.join(TAGS)}.")
    if not entry["source"].strip():
        raise LawError(f"{where}: {key} has no source.")
    for name in entry.keys() - NEEDED.keys():
        if name not in ALLOWED:
            raise LawError(f"{where}: {key} has an unknown field {name!r}.")
        if not isinstance(entry[name], ALLOWED[name]):
            raise LawError(f"{where}: {name} of {key} is {entry[name]!r}, which is not a {ALLOWED[name].__name__}.")


def _distinct(values: list[Value]) -> list[Value]:
    seen: dict[tuple[str, date], Value] = {}
    for value in values:
        twin = seen.setdefault((value.key, value.effective_from), value)
        if twin is not value:
            raise LawError(f"{value.where}: {value.key} from {value.effective_from} is already given at {twin.where}.")
    return values
