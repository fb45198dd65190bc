"""What happened to a special, as their page shows it: entries with the names of those who wrote them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bluelamp.access.events import LOOKED
from bluelamp.access.models import Officer
from bluelamp.ledger.queries import Line, timelines
from bluelamp.ledger.registry import Event
from bluelamp.owed import events as owed

LEFT_OUT = (LOOKED.name, *(one.name for one in vars(owed).values() if isinstance(one, Event)))


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One entry and who wrote it."""

    line: Line
    who: str


def happened(records: Sequence[str], *, limit: int = 60, without: Sequence[str] = ()) -> list[Happened]:
    """Newest first; looks and what became of promises are left out. Two statements."""
    lines = timelines(list(records), limit=limit, without=[*LEFT_OUT, *without])
    numbers = {int(line.by[8:]) for line in lines if line.by.startswith("officer:")}
    names = {one.ref: str(one) for one in Officer.objects.filter(pk__in=numbers)}
    return [Happened(line=line, who=_who(line.by, names)) for line in lines]


def _who(by: str, names: dict[str, str]) -> str:
    if by == "public":
        return "The applicant"
    return names.get(by, "" if by.startswith("system:") else by)
