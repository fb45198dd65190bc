"""The entries of a record as a paper shows them: in order, with their times and who wrote them; corrections struck."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bluelamp.access.events import LOOKED
from bluelamp.access.models import Officer
from bluelamp.custody.models import Detention
from bluelamp.deadlines.instants import as_local
from bluelamp.ledger.events import ERASED
from bluelamp.ledger.queries import Line, timelines
from bluelamp.ledger.registry import events

BACK_DATED = timedelta(minutes=5)
OWED = "owed."
EVERY = 100_000
CLOCKS = ("custody.authorised", "custody.refused", "custody.review", "custody.extended", "custody.hospital",
          "custody.cell", "custody.charged", "custody.released", "custody.arrived", "custody.overdue")  # fmt: skip
"""What the detention log holds: the clocks, moves and decisions, not the care and the words of every visit."""
MOVES = ("custody.arrested", "custody.arrived", "custody.hospital", "custody.cell", "custody.left_by",
         "custody.released", "custody.escort", "custody.left_for_suite", "custody.came_to_suite", "custody.at_station",
         "custody.way_explained", "custody.search", "custody.assessed")  # fmt: skip


def lines_of(found: Detention) -> list[Line]:
    """Every entry of the record and of the arrest, in the order in which they were written; looks left out."""
    records = [found.ref, found.arrest.ref] if found.arrest else [found.ref]
    lines = timelines(records, limit=EVERY, without=[LOOKED.name])
    own = [line for line in lines if line.record in records and not line.event.startswith(OWED)]
    return sorted(own, key=lambda line: (line.occurred_at, line.seq))


def entries_of(lines: Sequence[Line], *, only: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The rows of a paper. `only` keeps events whose names begin so. One statement for the names."""
    numbers = {int(line.by[8:]) for line in lines if line.by.startswith("officer:")}
    names = {one.ref: str(one) for one in Officer.objects.filter(pk__in=numbers)}
    places = {line.seq: n for n, line in enumerate(lines, 1)}
    kept = [line for line in lines if not only or line.event.startswith(tuple(only))]
    return [_row(line, names, places) for line in kept]


def _row(line: Line, names: dict[str, str], places: dict[int, int]) -> dict[str, Any]:
    return {
        "when": when(line.occurred_at),
        "words": f"{places[line.seq]}. {line.sentence.strip()}",
        "more": _more(line),
        "struck": bool(line.corrected_by),
        "put_right": str(places.get(line.corrected_by, line.corrected_by)),
        "note": " ".join(_notes(line, places)),
        "who": names.get(line.by, "The system" if line.by.startswith("system:") else line.by),
    }


def _more(line: Line) -> list[str]:
    """Words of an entry that its sentence does not show."""
    shown = events[line.event].placeholders if line.event in events else frozenset()
    hidden = {key: value for key, value in line.words.items() if key not in shown and str(value).strip()}
    return [f"{key.replace('_', ' ').capitalize()}: {value}" for key, value in hidden.items()]


def _notes(line: Line, places: dict[int, int]) -> list[str]:
    notes = []
    if line.erased:
        notes.append("The words of this entry were erased as the law requires. Its times and the decision stay.")
    if line.event == ERASED.name:
        notes.append("This entry says which words were erased, and on what ground.")
    if line.assessment:
        notes.append(f"An assessment, not a fact: {line.assessment}.")
    if line.corrects:
        notes.append(f"Puts right entry {places.get(line.corrects, line.corrects)}.")
    if line.recorded_at - line.occurred_at > BACK_DATED:
        notes.append(f"Written {when(line.recorded_at)}.")
    if line.reason:
        notes.append(f"Reason given: {line.reason}")
    return notes


def when(at: datetime) -> str:
    """A time as a paper writes it: never without its day, and with its zone."""
    wall = as_local(at)
    return f"{wall:%H:%M:%S} {wall.tzname()}, {wall:%a} {wall.day} {wall:%b %Y}"
