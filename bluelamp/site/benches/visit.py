"""A visit to a cell, over HTTP: the form of the round, as a phone at the cell door sends it."""

import uuid
from collections.abc import Callable
from itertools import count

from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.visitor import Visitor

DETENTION_OFFICER = "pryce"
_words = count(1)


def ready(visitor: Visitor, suite: str, detention: int) -> Callable[[], str]:
    """Open the round once, signed in; each call then writes one visit to somebody with a care plan and no rousing."""
    path = f"/custody/round/{suite}/"
    visitor.hidden(path)
    return lambda: write(visitor, path, detention)


def write(visitor: Visitor, path: str, detention: int) -> str:
    """One visit; the number of statements where the server counts them. Raises ValueError with the refusal."""
    fields = {"key": str(uuid.uuid4()), "detention": str(detention), "words": f"Awake, talking, {next(_words)}"}
    answer = visitor.post(path, fields)
    if answer.status != 303:
        raise ValueError(f"A visit answered {answer.status}: {answer.text[-1500:]}")
    return answer.headers[HEADER] or ""
