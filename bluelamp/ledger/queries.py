"""Reading the ledger: timelines of records, who looked, and facts for figures."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from bluelamp.ledger.registry import Event, events

_COLUMNS = (
    "e.seq, e.record, e.about, e.event, e.who, e.occurred_at, e.recorded_at, e.written_at, e.reason, e.corrects, "
    "e.facts, w.text, e.commitment IS NOT NULL"
)
_FROM = "FROM ledger_entry e LEFT JOIN ledger_words w USING (seq)"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry as a person reads it. `corrected_by` is the seq of the later entry that put it right (0: none);
    the old sentence is then shown struck through."""

    seq: int
    record: str
    about: tuple[str, ...]
    event: str
    by: str
    occurred_at: datetime
    recorded_at: datetime
    written_at: datetime
    reason: str
    corrects: int | None
    sentence: str
    erased: bool
    facts: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)
    corrected_by: int = 0

    @property
    def assessment(self) -> str:
        """What of it somebody judged, in words; "" where all is fact. Shown so, with who judged and when."""
        return events[self.event].assessment if self.event in events else ""


def timeline(
    record: str,
    *,
    limit: int = 200,
    only: Sequence[Event] = (),
    without: Sequence[Event] = (),
    before: int | None = None,
) -> list[Line]:
    """What happened to a record or was said about it, newest first, corrections joined to what they correct.

    `only` and `without` choose events; `before` (a seq) pages further back. One statement.
    """
    names = [event.name for event in only], [event.name for event in without]
    return timelines([record], limit=limit, only=names[0], without=names[1], before=before)


def timelines(
    records: Sequence[str],
    *,
    limit: int = 200,
    only: Sequence[str] = (),
    without: Sequence[str] = (),
    before: int | None = None,
) -> list[Line]:
    """The same for several records as one list, newest first; one statement."""
    chosen = "AND (%(only)s::text[] = '{}' OR e.event = ANY(%(only)s)) AND NOT e.event = ANY(%(without)s::text[])"
    chosen += " AND (%(before)s::bigint IS NULL OR e.seq < %(before)s)"
    found = " UNION ".join(
        f"(SELECT e.seq FROM ledger_entry e WHERE {where} {chosen} ORDER BY e.seq + 0 DESC LIMIT %(limit)s)"
        for where in ("e.record = ANY(%(records)s)", "e.about && %(records)s")
    )
    sql = f"SELECT {_COLUMNS} {_FROM} JOIN ({found}) AS f USING (seq) ORDER BY e.seq DESC LIMIT %(limit)s"
    values = {"records": list(records), "only": list(only), "without": list(without), "before": before, "limit": limit}
    return _with_corrections([_line(row) for row in _rows(sql, values)])


def entries(seqs: Iterable[int]) -> list[Line]:
    """Entries by seq, oldest first; one statement."""
    sql = f"SELECT {_COLUMNS} {_FROM} WHERE e.seq = ANY(%(seqs)s) ORDER BY e.seq"
    return [_line(row) for row in _rows(sql, {"seqs": list(seqs)})]


def written_by(who: str, *, limit: int = 200, before: int | None = None) -> list[Line]:
    """Every entry by one who ("officer:5"), newest first; `before` (a seq) pages further back. One statement."""
    where = "e.who = %(who)s AND (%(before)s::bigint IS NULL OR e.seq < %(before)s)"
    sql = f"SELECT {_COLUMNS} {_FROM} WHERE {where} ORDER BY e.seq DESC LIMIT %(limit)s"
    return [_line(row) for row in _rows(sql, {"who": who, "limit": limit, "before": before})]


def looks(record: str, *, event: Event, limit: int = 200) -> list[Line]:
    """Who looked at a record, newest first; `event` is the look that the floor above declares."""
    return timeline(record, limit=limit, only=[event])


def facts_of(names: Sequence[str], *, since: datetime, until: datetime) -> Iterator[Line]:
    """Every entry of these events recorded from `since` up to before `until`, in order of seq, without
    personal words: the material of all figures. One statement, streamed in blocks."""
    columns = _COLUMNS.replace("w.text", "NULL").replace("e.commitment IS NOT NULL", "false")
    sql = (
        f"SELECT {columns} FROM ledger_entry e WHERE e.recorded_at >= %(since)s AND e.recorded_at < %(until)s "
        "AND e.event = ANY(%(names)s) ORDER BY e.seq"
    )
    for row in _rows(sql, {"names": list(names), "since": since, "until": until}):
        yield _line(row)


def position() -> str:
    """Where the ledger stands now, "xid:seq": read before a page's own queries, it lets the page's stream begin
    exactly where the page ends. Everything the page cannot see yet comes after it."""
    return f"{_rows('SELECT ledger_horizon()', {})[0][0]}:0"


def count() -> int:
    """How many entries the ledger holds."""
    return int(_rows("SELECT count(*) FROM ledger_entry", {})[0][0])


def _rows(sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _line(row: tuple[Any, ...]) -> Line:
    seq, record, about, name, who, occurred, recorded, written, reason, corrects, facts, text, promised = row
    held, words = json.loads(facts), json.loads(text) if text else {}
    erased = promised and text is None
    return Line(
        seq=seq,
        record=record,
        about=tuple(about or ()),
        event=name,
        by=who,
        occurred_at=occurred,
        recorded_at=recorded,
        written_at=written,
        reason=reason,
        corrects=corrects,
        sentence=_sentence(name, held, None if erased else words),
        erased=erased,
        facts=held,
        words=words,
    )


def _sentence(name: str, facts: dict[str, Any], words: dict[str, Any] | None) -> str:
    return events[name].render(facts, words) if name in events else name


def _with_corrections(lines: list[Line]) -> list[Line]:
    later = {line.corrects: line.seq for line in lines if line.corrects}
    return [Line(**{**vars(line), "corrected_by": later[line.seq]}) if line.seq in later else line for line in lines]
