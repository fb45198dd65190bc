"""One table of a borough's file and the checks on its fields; every complaint names file and line."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bluelamp.places.rules.toml_lines import BoroughError, line_of, read_toml

T = TypeVar("T")
_WORDS: dict[type, str] = {
    str: "words in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
}


@dataclass(frozen=True, kw_only=True)
class Table:
    """The `index`th table called `name` in `file`, with its values."""

    file: Path
    text: str
    name: str
    index: int
    values: dict[str, Any]

    def wrong(self, key: str, words: str) -> BoroughError:
        """The error to raise about `key` of this table."""
        return BoroughError(self.file, line_of(self.text, self.name, self.index, key), words)

    def need(self, key: str, kind: type[T]) -> T:
        """The value of `key`, which must be there and not be empty words."""
        if key not in self.values:
            where = f"[[{self.name}]]" if self.name else "the file"
            raise self.wrong("", f"“{key}” is missing in {where}.")
        value = self.get(key, kind, kind())
        if value == "" and kind is str:
            raise self.wrong(key, f"“{key}” is empty.")
        return value

    def get(self, key: str, kind: type[T], default: T) -> T:
        """The value of `key`, or `default`; raises BoroughError if it is of another kind."""
        value = self.values.get(key, default)
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            raise self.wrong(key, f"“{key}” must be {_WORDS[kind]}, not {value!r}.")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words, empty where the key is absent."""
        values: list[Any] = self.get(key, list, [])
        for value in values:
            if not isinstance(value, str) or not value:
                raise self.wrong(key, f"“{key}” must hold words in quotes, not {value!r}.")
        return tuple(values)

    def one_of(self, key: str, choices: Collection[str]) -> str:
        """A word that must be one of `choices`."""
        value = self.need(key, str)
        if value not in choices:
            raise self.wrong(key, f"“{key}” is {value!r}; it may be {', '.join(sorted(choices))}.")
        return value

    def number(self, key: str, least: float, most: float) -> float:
        """A number between two limits, both allowed."""
        value = self.need(key, float)
        if not least <= value <= most:
            raise self.wrong(key, f"“{key}” is {value}; it must lie between {least} and {most}.")
        return value

    def only(self, *known: str) -> None:
        """Raise BoroughError for a key that nothing reads, so that a typing slip is not passed over."""
        for key in self.values:
            if key not in known:
                raise self.wrong(key, f"“{key}” is not known here; known are {', '.join(known)}.")


def tables(path: Path, name: str) -> list[Table]:
    """All `[[name]]` tables of a file, in order; the file must hold at least one, each with its own key."""
    content, text = read_toml(path)
    rows = content.get(name)
    if not isinstance(rows, list) or not rows:
        raise BoroughError(path, 1, f"There is no [[{name}]] in the file.")
    found = [Table(file=path, text=text, name=name, index=i, values=row) for i, row in enumerate(rows)]
    for other in set(content) - {name}:
        raise BoroughError(path, line_of(text, other), f"[{other}] is not known here; only [[{name}]] is.")
    _distinct(found)
    return found


def _distinct(found: list[Table]) -> None:
    seen: set[str] = set()
    for table in found:
        key = table.need("key", str)
        if key in seen:
            raise table.wrong("key", f"There is already a {table.name} with the key {key!r}.")
        seen.add(key)
