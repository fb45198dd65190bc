"""Where each value of a JSON text stands: its line, by the path of keys and places that leads to it."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

Path = tuple[str | int, ...]
_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = json.JSONDecoder()


class JsonError(ValueError):
    """A text that is no JSON, or names one key twice in an object: `line` and the words."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line, self.words = line, words


def read_with_lines(text: str) -> tuple[object, Mapping[Path, int]]:
    """The value of a JSON text and the line, from 1, on which each value in it begins. Raises JsonError."""
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise JsonError(error.lineno, f"expected JSON, {error.msg.lower()}.") from error
    except RecursionError:
        raise JsonError(1, "expected JSON, found lists in lists without end.") from None
    reader = _Reader(text)
    reader.value(0, ())
    return found, reader.lines


class _Reader:
    """Walks over a text that is known to be JSON."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.breaks = [match.start() for match in re.finditer("\n", text)]
        self.lines: dict[Path, int] = {}

    def value(self, at: int, path: Path) -> int:
        """Notes the value that begins at or after a place, and what is in it; answers the place behind it."""
        at = self._skip(at)
        self.lines[path] = self._line(at)
        if self.text[at] == "{":
            return self._inside(at, "}", lambda here, _: self._entry(here, path))
        if self.text[at] == "[":
            return self._inside(at, "]", lambda here, n: self.value(here, (*path, n)))
        return _SCALAR.raw_decode(self.text, at)[1]

    def _inside(self, at: int, end: str, one: Callable[[int, int], int]) -> int:
        at, number = self._skip(at + 1), 0
        while self.text[at] != end:
            at = self._skip(one(at, number))
            number += 1
            if self.text[at] == ",":
                at = self._skip(at + 1)
        return at + 1

    def _entry(self, at: int, path: Path) -> int:
        key, behind = _SCALAR.raw_decode(self.text, at)
        if (*path, key) in self.lines:
            raise JsonError(self._line(at), f"expected each name once, found {key!r} again.")
        return self.value(self._skip(behind) + 1, (*path, key))

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _line(self, at: int) -> int:
        return bisect_right(self.breaks, at - 1) + 1 if at else 1
