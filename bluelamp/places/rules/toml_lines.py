"""Finds the line of a TOML file on which a table or a key stands, so that an error can name it."""

import re
import tomllib
from pathlib import Path
from typing import Any


class BoroughError(Exception):
    """A borough's folder cannot be loaded; the message names the file, the line and what to do."""

    def __init__(self, file: Path, line: int, words: str) -> None:
        super().__init__(f"{file}, line {line}: {words}")
        self.file, self.line, self.words = file, line, words


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """The parsed file and its text; raises BoroughError if it is absent, not UTF-8 or not TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text), text
    except FileNotFoundError:
        raise BoroughError(path, 1, "The file is missing.") from None
    except UnicodeDecodeError as wrong:
        line = path.read_bytes()[: wrong.start].count(b"\n") + 1
        raise BoroughError(path, line, "The text is not UTF-8.") from None
    except tomllib.TOMLDecodeError as wrong:
        found = re.search(r"at line (\d+)", str(wrong))
        line = int(found.group(1)) if found else len(path.read_text("utf-8-sig").splitlines()) or 1
        raise BoroughError(path, line, f"This is not TOML: {wrong}.") from None


def line_of(text: str, table: str, index: int = 0, key: str = "") -> int:
    """Line (from 1) of `key` in the `index`th `[[table]]` or `[table]`; of the table's head where the key is absent.

    An empty `table` means the top of the file. A table that is not there answers line 1.
    """
    lines = text.splitlines()
    start = _head(lines, table, index) if table else 0
    if start is None:
        return 1
    if not key:
        return start + 1
    return _key(lines, start + 1 if table else 0, key) or start + 1


def _head(lines: list[str], table: str, index: int) -> int | None:
    pattern = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?\s*(#.*)?$")
    heads = [number for number, line in enumerate(lines) if pattern.match(line)]
    return heads[index] if index < len(heads) else None


def _key(lines: list[str], start: int, key: str) -> int | None:
    pattern = re.compile(rf"\s*{re.escape(key)}\s*=")
    for number in range(start, len(lines)):
        if re.match(r"\s*\[\[?[^\]]+\]\]?\s*(#.*)?$", lines[number]):
            return None
        if pattern.match(lines[number]):
            return number + 1
    return None
