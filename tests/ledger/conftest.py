"""A small cast of events, actions and people for the ledger's own tests."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest
from django.db import connection

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
    """Sign all that is new. Any transaction open on the whole database server, such as another test's beside this one,
    holds the notary back: it is asked once nothing older than the newest entry is open."""
    for _ in range(600):
        if _all_settled():
            signed = notary.notarise(at)
            assert signed, "nothing was signed"
            return signed
        sleep(0.05)
    raise AssertionError("a transaction stayed open for half a minute")


def _all_settled() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(xid), 0) < (SELECT ledger_horizon()) FROM ledger_entry")
        return bool(cursor.fetchone()[0])
