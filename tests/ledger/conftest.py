"""A small cast of events, actions and people for the ledger's own tests."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest

from bluelamp.ledger import notary
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.checkpoints import Signed
from bluelamp.ledger.notary import Places, places
from bluelamp.ledger.registry import Event, events

TEN = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SAID = Event(
    name="tests.said",
    sentence="Line {number}: {what}",
    retention="incident",
    words=("what",),
    erasure="text removed, entry stays",
)
events.declare(SAID)


@dataclass(frozen=True)
class Person:
    ref: str
    capabilities: frozenset[str] = frozenset()


HANDLER = Person("officer:5")
OTHER = Person("officer:6")
ERASER = Person("officer:7", frozenset({"ledger.erase"}))


@action
def say(
    *,
    record: str,
    what: str,
    by: Person,
    at: datetime,
    key: str | None = None,
    number: int = 1,
    corrects: int | None = None,
) -> str:
    write(SAID, record, about=["person:12"], facts={"number": number}, words={"what": what}, corrects=corrects)
    return record


@pytest.fixture
def kept(tmp_path: Path) -> Places:
    """Where the notary keeps its key and its file in this test."""
    return places(tmp_path)


@pytest.fixture
def told() -> Callable[..., str]:
    """Writes one line on a record."""
    return lambda record, what="Knocking", **more: say(
        **{"record": record, "what": what, "by": HANDLER, "at": TEN, **more}
    )


def sign(at: Places) -> Signed:
    """Sign what is new. Any open transaction of the whole database server holds the notary up, so it is asked again."""
    for _ in range(200):
        if signed := notary.notarise(at):
            return signed
        sleep(0.05)
    raise AssertionError("nothing was signed")
