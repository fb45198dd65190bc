"""Promises for tests: two invented kinds, an action that says what is told, and what the ledger then holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from bluelamp.access.acting import Acting
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.models import Entry
from bluelamp.ledger.registry import Event, events
from bluelamp.owed.models import Promise
from bluelamp.owed.registry import Kind, kinds

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FARRANT = Acting(ref="officer:778", name="Insp 778 Farrant")
SAID = Event(name="trial.said", sentence="Said", retention="owed")
REVIEW = Kind(
    name="trial.review",
    wording="Review {n}, detention of {who}",
    title="Review a detention",
    to="The detainee",
    source="PACE s.40(3)",
    law_from=date(1986, 1, 1),
    acts="custody.review",
    kept_when="A review is recorded",
    warn_minutes=(60, 30),
    group="Custody",
)
VISIT = Kind(
    name="trial.visit",
    wording="Visit {cell}",
    fold="Visit round, {place}: {count} cells, first {cell}",
    to="To each",
    source="Code C 9.3",
    acts="custody.view",
    kept_when="A visit is recorded",
    group="Custody",
)


@action
def say(*, sayings: Callable[[], None], by: Acting, at: datetime) -> str:
    """An action that says about promises what the test tells it."""
    write(SAID, "detention:7")
    sayings()
    return "detention:7"


def saying(sayings: Callable[[], None], at: datetime = NOON) -> None:
    events.declare(SAID)
    kinds.declare(REVIEW, VISIT)
    say(sayings=sayings, by=FARRANT, at=at)


def the_promise(**which: Any) -> Promise:
    return Promise.objects.get(**which)


def entries(*names: str) -> list[Entry]:
    return list(Entry.objects.filter(event__in=names).order_by("seq"))


@contextmanager
def kind_with(**changes: Any) -> Iterator[Kind]:
    """A kind of its own for one test."""
    named: dict[str, Any] = {"name": f"trial.k{uuid4().hex}", "wording": "Do it", "to": "All", "source": "Test"}
    kind = Kind(**{**named, "acts": "owed.view", "kept_when": "Done", **changes})
    kinds.declare(kind)
    yield kind
