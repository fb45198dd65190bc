"""What would lead to a victim is left out of every paper that goes to the suspect's side (D10)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

WITHHELD = "[withheld]"
LEAST = 5
"""Fewer letters than this are no address or number, and would strike out innocent words."""


class Withholding:
    """Goes through the data of a paper and strikes out what is named; `count` says how often.

    An address is struck out however it is spaced, cased or punctuated, whole or by its parts that hold a number.
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        self._found = found_by(secrets)
        self.count = 0

    def __call__(self, value: Any) -> Any:
        if self._found is None:
            return value
        if isinstance(value, str):
            text, struck = self._found.subn(WITHHELD, value)
            self.count += struck
            return text
        if isinstance(value, Mapping):
            return {key: self(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self(one) for one in value]
        return value


def found_by(secrets: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of these secrets, however it is written; None where there is nothing to find."""
    pieces = {piece for secret in secrets for piece in pieces_of(secret)}
    patterns = sorted((_pattern(piece) for piece in pieces), key=len, reverse=True)
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def pieces_of(secret: str) -> list[str]:
    """The whole of a secret, and its parts that tell it by themselves: those that hold a figure."""
    parts = [part.strip() for part in re.split(r"[,;\n]", secret)]
    telling = [part for part in parts if any(one.isdigit() for one in part)]
    return [one for one in (secret.strip(), *telling) if sum(letter.isalnum() for letter in one) >= LEAST]


def _pattern(piece: str) -> str:
    """Letters and digits in their order, whatever stands between them; a telephone number also with +44 for its 0."""
    signs = [re.escape(one) for one in piece if one.isalnum()]
    if signs and all(one.isdigit() for one in signs) and signs[0] == "0":
        signs[0] = r"(?:0|\+?44[\W_]*0?)"
    return r"(?<!\w)" + r"[\W_]*".join(signs) + r"(?!\w)"
