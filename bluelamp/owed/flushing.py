"""Writes what one outermost action said about promises: one statement, at its end."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import at_end, running, write
from bluelamp.owed import events
from bluelamp.owed.registry import kinds

_ENTRIES = {
    "kept": events.KEPT,
    "late": events.DONE_LATE,
    "broken": events.BROKEN,
    "withdrawn": events.WITHDRAWN,
}


@dataclass(kw_only=True)
class Flush:
    """What is to be written when the outermost action ends."""

    sayings: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM owed_state(%s::jsonb)", [json.dumps(self.sayings)])
            settled = cursor.fetchall()
        for row in settled:
            _log(*row)


def present() -> datetime:
    """The instant at which the running action is recorded. Raises RuntimeError outside an action."""
    return running().frames[-1].at


def add(**saying: Any) -> None:
    """Keep one saying until the outermost action ends."""
    waiting = running().at_end
    flush = next((one for one in waiting if isinstance(one, Flush)), None)
    if flush is None:
        flush = Flush()
        at_end(flush)
    flush.sayings.append(saying)


def _log(
    kind: str,
    record: str,
    slot: str,
    state: str,
    due: datetime,
    began: datetime,
    settled: datetime,
    facts: dict[str, Any] | str,
    about: list[str],
    why: str,
) -> None:
    known = json.loads(facts) if isinstance(facts, str) else facts
    declared = kinds.get(kind)
    said = {
        "kind": kind,
        "slot": slot,
        "promise": declared.worded(known) if declared else kind,
        "due": due.isoformat(),
        "began": began.isoformat(),
        "settled": settled.isoformat(),
        "due_words": spoken(due),
    }
    if state == "withdrawn":
        said["why"] = why or "It no longer applies"
    else:
        said["settled_words"] = spoken(settled)
    write(_ENTRIES[state], record, about=about, facts=said)
