"""What happened, as a record's page shows it: entries with the names of those who wrote them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bluelamp.access.events import LOOKED
from bluelamp.access.models import Officer
from bluelamp.ledger.queries import Line, timelines
from bluelamp.ledger.registry import Event
from bluelamp.owed import events as owed
from bluelamp.people.rules.withholding import Withholding

PROMISES = tuple(one.name for one in vars(owed).values() if isinstance(one, Event))
Hide = Callable[[], Sequence[str]]
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
    records: Sequence[str], *, limit: int = 100, without: Sequence[str] = (), hide: Hide | None = None
) -> list[Happened]:
    """Newest first; two statements. What was put right stands with the entry that corrects it.

    `hide` reads the kept addresses that the reader may not see: they are struck out of every sentence.

    Looks are left out, and what became of promises: those are drawn above, with their times.
    """
    lines = timelines(records, limit=limit, without=[LOOKED.name, *PROMISES, *without])
    lines = without_kept(lines, hide) if hide else lines
    numbers = {int(line.by[8:]) for line in lines if line.by.startswith("officer:")}
    names = {one.ref: str(one) for one in Officer.objects.filter(pk__in=numbers)}
    by_seq = {line.seq: line for line in lines}
    return [_entry(line, names, by_seq) for line in lines if not line.corrected_by]


def without_kept(lines: Sequence[Line], hide: Hide) -> list[Line]:
    """The same lines with kept addresses struck out of their sentences and reasons.

    Every kept address holds a figure (`keep_address`): where nobody wrote one, nothing is read.
    """
    kept = hide() if any(_written(line) for line in lines) else ()
    if not kept:
        return list(lines)
    strike = Withholding(kept)
    return [replace(line, sentence=strike(line.sentence), reason=strike(line.reason)) for line in lines]


def _written(line: Line) -> bool:
    """Whether somebody's own words hold a figure."""
    return any(sign.isdigit() for one in (line.reason, *line.words.values()) for sign in str(one))


def _entry(line: Line, names: dict[str, str], by_seq: dict[int, Line]) -> Happened:
    old = by_seq.get(line.corrects or 0)
    return Happened(
        line=line,
        who=names.get(line.by, "" if line.by.startswith("system:") else line.by),
        written=line.recorded_at if line.recorded_at - line.occurred_at > BACK_DATED else None,
        was=old.sentence if old else "",
        corrects=old.occurred_at if old else None,
    )
