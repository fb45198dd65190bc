"""What happened to a share, an agreement or a body: entries with the names of officers and bodies who wrote them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bluelamp.access.events import LOOKED
from bluelamp.access.officer_names import with_officers
from bluelamp.ledger.queries import Line, timelines
from bluelamp.ledger.registry import Event
from bluelamp.owed import events as owed
from bluelamp.partners.queries import partner_names

LEFT_OUT = (LOOKED.name, *(one.name for one in vars(owed).values() if isinstance(one, Event)))


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One entry and who wrote it."""

    line: Line
    who: str


def happened(records: Sequence[str], *, limit: int = 60) -> list[Happened]:
    """Newest first; looks and what became of promises are left out. Three statements."""
    lines = timelines(list(records), limit=limit, without=LEFT_OUT)
    lines, officers = with_officers(lines)
    names = {**officers, **partner_names(_numbers(lines, "partner:"))}
    return [Happened(line=line, who=names.get(line.by, "")) for line in lines]


def _numbers(lines: list[Line], noun: str) -> set[int]:
    return {int(line.by.removeprefix(noun)) for line in lines if line.by.startswith(noun)}
