"""A new address that must never reach the other person: found in any text, however it is written."""

from collections.abc import Iterable
from typing import Any

from bluelamp.people.rules.withholding import Withholding
from bluelamp.verdict import Verdict, allowed, refused

SOURCE = "New address kept from the suspect (D10)"
KEPT_BACK = "A new address, kept back"


def masked(value: Any, *, kept: Iterable[str]) -> Any:
    """The same text, list or table with every kept address struck out, whole or by its telling parts."""
    return Withholding(tuple(kept))(value)


def holds_none(value: Any, *, kept: Iterable[str], field: str = "") -> Verdict:
    """Refused where the text holds a kept address; the refusal does not repeat it."""
    looking = Withholding(tuple(kept))
    looking(value)
    if not looking.count:
        return allowed()
    words = "This holds a new address that is kept from somebody. Leave it out."
    return refused(words, SOURCE, field=field)
