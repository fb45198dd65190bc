"""What happened, as a record's page shows it: entries with the names of those who wrote them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bluelamp.access.events import LOOKED
from bluelamp.access.officer_names import with_officers
from bluelamp.calls.events import LINE_ADDED
from bluelamp.design.own_words import own
from bluelamp.ledger.queries import Line, timelines
from bluelamp.ledger.registry import Event
from bluelamp.owed import events as owed

PROMISES = tuple(one.name for one in vars(owed).values() if isinstance(one, Event))
BACK_DATED = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One entry. `written` only where it was written well after it happened; `was` the words it put right."""

    line: Line
    who: str
    written: datetime | None
    was: str
    corrects: datetime | None


def happened(
    records: Sequence[str], *, limit: int = 100, without: Sequence[str] = (), reader: str = ""
) -> list[Happened]:
    """Newest first; two statements. What was put right stands with the entry that corrects it.

    What the `reader` wrote stands as they wrote it; of others' words a kept address is struck out as the page leaves.

    Looks are left out, and what became of promises: those are drawn above, with their times.
    """
    lines = timelines(records, limit=limit, without=[LOOKED.name, *PROMISES, *without])
    lines, names = with_officers(lines)
    lines = marked(lines, reader)
    by_seq = {line.seq: line for line in lines}
    return [_entry(line, names, by_seq) for line in lines if not line.corrected_by]


def marked(lines: Sequence[Line], reader: str) -> list[Line]:
    """The same lines; those that the reader wrote in a log, word for word, are marked as their own words."""
    return [
        replace(line, sentence=own(line.sentence), reason=own(line.reason)) if _theirs(line, reader) else line
        for line in lines
    ]


def _theirs(line: Line, reader: str) -> bool:
    return bool(reader) and line.by == reader and line.event == LINE_ADDED.name


def _entry(line: Line, names: dict[str, str], by_seq: dict[int, Line]) -> Happened:
    old = by_seq.get(line.corrects or 0)
    return Happened(
        line=line,
        who=names.get(line.by, "" if line.by.startswith("system:") else line.by),
        written=line.recorded_at if line.recorded_at - line.occurred_at > BACK_DATED else None,
        was=old.sentence if old else "",
        corrects=old.occurred_at if old else None,
    )
