"""The one way in which facts and words become text, so that hashes can be worked out again anywhere. Pure."""

import json
import re
from collections.abc import Mapping

_REFERENCE = re.compile(r"[a-z][a-z0-9_]*:[^\s:]\S*")


def text(value: object) -> str:
    """Canonical JSON: keys sorted, no spaces, characters as they are. Raises TypeError for a float, or for
    anything but text, whole numbers, yes/no, nothing, lists and dictionaries with text keys."""
    check(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def check(value: object) -> None:
    """Raise TypeError if the value could be read back as something else."""
    if value is None or isinstance(value, str | bool | int):
        return
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError(f"Keys are text: {value!r}.")
        value = list(value.values())
    if not isinstance(value, list | tuple):
        raise TypeError(f"Facts are text, whole numbers, yes/no, nothing, lists or dictionaries, not {value!r}.")
    for one in value:
        check(one)


def reference(value: str) -> str:
    """A record reference "noun:pk", as it is. Raises ValueError for anything else."""
    if not _REFERENCE.fullmatch(value):
        raise ValueError(f"A record reference is noun:pk, not {value!r}.")
    return value


def storable(value: str) -> bool:
    """Whether text can be kept exactly (a lone half of a surrogate pair cannot)."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
