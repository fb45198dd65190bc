"""Text made fit for a page without losing any: a sign that no font draws, or that hides others, is written by name."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from bluelamp.paper.fonts import covered

TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""They turn the direction of what follows: named, so that nothing reads otherwise than it was written."""
SHAPERS = frozenset("\ufe0e\ufe0f\u200d\u200c\u00ad\u200b\ufeff")
"""They only shape their neighbours; where no font knows them they are left out."""
LONG = 60
_RUN = re.compile(r"\S{61,}")


def printable(value: Any) -> Any:
    """The same data with every text fit to print; goes through lists and mappings."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return {key: printable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [printable(one) for one in value]
    return value


def _text(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    if not text.isascii() or not text.replace("\n", "").isprintable():
        text = "".join(_sign(one) for one in text)
    return _RUN.sub(lambda run: _breakable(run[0]), text)


def _sign(one: str) -> str:
    if one == "\n" or (ord(one) in covered() and one not in TURNERS and unicodedata.category(one) != "Cc"):
        return one
    if one in SHAPERS:
        return ""
    name = unicodedata.name(one, "").replace(f"-{ord(one):04X}", "")
    return f"[U+{ord(one):04X}{f' {name}' if name else ''}]"


def _breakable(run: str) -> str:
    """A run of letters longer than a line may be broken: a mark of no width stands where."""
    return "\u200b".join(run[start : start + LONG] for start in range(0, len(run), LONG))
