"""Follows the ledger in commit-safe order. There is no NOTIFY: it polls, often when somebody listens, seldom otherwise.

Entries are followed in the order of (xid, seq), up to the oldest transaction still open: below that mark nothing can
appear any more, so nothing is skipped however late a transaction commits.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

SINCE = """
    SELECT xid, seq, record, about, event, who, recorded_at, facts FROM ledger_entry
    WHERE (xid, seq) > (%s, %s) AND xid < (SELECT ledger_horizon())
    ORDER BY xid, seq LIMIT %s
"""
BEHIND = "SELECT count(*) FROM (SELECT 1 FROM ledger_entry WHERE (xid, seq) > (%s, %s) LIMIT %s) AS after"
NOW = "SELECT ledger_horizon()"
BUSY, IDLE = 0.025, 0.25


@dataclass(frozen=True, kw_only=True)
class Message:
    """One entry as subscribers get it, without personal words."""

    position: str
    seq: int
    record: str
    about: tuple[str, ...]
    event: str
    by: str
    at: datetime
    facts: dict[str, Any] = field(default_factory=dict)


def parse(position: str) -> tuple[int, int]:
    """ "xid:seq" as numbers; raises ValueError for anything else."""
    xid, _, seq = position.partition(":")
    return int(xid), int(seq)


def since(connection: Any, position: str, limit: int = 1000) -> list[Message]:
    """The next final entries after a position, oldest first; `connection` is Django's or psycopg's."""
    with connection.cursor() as cursor:
        cursor.execute(SINCE, [*parse(position), limit])
        return [message(row) for row in cursor.fetchall()]


def now(connection: Any) -> str:
    """The position after which everything still to come will be found."""
    with connection.cursor() as cursor:
        cursor.execute(NOW)
        return f"{cursor.fetchone()[0]}:0"


def message(row: tuple[Any, ...]) -> Message:
    xid, seq, record, about, event, who, at, facts = row
    return Message(
        position=f"{xid}:{seq}",
        seq=seq,
        record=record,
        about=tuple(about or ()),
        event=event,
        by=who,
        at=at,
        facts=json.loads(facts),
    )


@dataclass(kw_only=True)
class Follower:
    """Remembers how far it has read; `next()` gives the batch after that and moves on."""

    connection: Any
    position: str = ""
    limit: int = 1000

    def next(self) -> list[Message]:
        if not self.position:
            self.position = now(self.connection)
        found = since(self.connection, self.position, self.limit)
        if found:
            self.position = found[-1].position
        return found
