"""Free cells of the next hours, from what is held, on the way and closed now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.models import CellClosure, Detention, PlannedClosure, Slot
from bluelamp.custody.rules.forecast import Change, Coming, Forecast, Held, Hour, Suite, forecast
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell

FEW = 6
"""From how few free cells an hour is boxed on the whiteboard."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """One hour as it is drawn: `height` and `top` in percent of all cells; `word` where colour alone would say it."""

    hour: Hour
    free: int
    top: float
    height: float
    few: bool
    word: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One suite's hours, drawn, with the words."""

    suite: str
    words: str
    boxes: tuple[Box, ...]


def forecasts(
    *,
    cells: Iterable[Cell],
    held: Iterable[Detention],
    coming: Iterable[Slot],
    closures: Iterable[CellClosure],
    at: datetime,
    planned: Iterable[Change] = (),
) -> tuple[Forecast, ...]:
    """Each suite of these cells, in their order. No statement: the caller has read everything.

    `planned`: closures agreed ahead, each a change that closes and one that opens.
    """
    suites = _suites(cells)
    if not suites:
        return ()
    opening = [
        Change(suite=each.cell.suite.name, at=each.until, cells=1, opens=True)
        for each in closures
        if each.until and each.reopened_at is None
    ]
    return forecast(
        suites=suites,
        held=[_held(each) for each in held],
        coming=[Coming(suite=each.suite.name, eta=max(each.eta, at)) for each in coming],
        changes=[*opening, *planned],
        law=law_of("custody"),
        at=at,
    )


def planned_changes(plans: Iterable[PlannedClosure], cells: Iterable[Cell]) -> list[Change]:
    """What plans ahead do to the number of open cells; cells closed already do not close again. No statement."""
    shut = {(cell.suite_id, cell.number) for cell in cells if cell.state != Cell.State.OPEN}
    found = []
    for each in plans:
        count = sum((each.suite_id, number) not in shut for number in each.numbers)
        found.append(Change(suite=each.suite.name, at=each.during.lower, cells=count))
        if each.during.upper:
            found.append(Change(suite=each.suite.name, at=each.during.upper, cells=count, opens=True))
    return found


def live_closures() -> Sequence[CellClosure]:
    """Cells closed now with a time at which they open again; one statement."""
    return list(CellClosure.objects.filter(reopened_at=None, until__isnull=False).select_related("cell__suite"))


def rows(found: Sequence[Forecast], few: int = FEW) -> tuple[Row, ...]:
    """The forecast drawn, every suite on the scale of the largest."""
    most = max((hour.open_cells for each in found for hour in each.hours), default=0) or 1
    return tuple(
        Row(suite=each.suite, words=each.words, boxes=tuple(_box(hour, most, few) for hour in each.hours))
        for each in found
    )


def _box(hour: Hour, most: int, few: int) -> Box:
    free = max(hour.free, 0)
    height = round(100 * free / most, 1)
    word = {"full": "full", "may be full": "may fill"}.get(hour.state, "")
    return Box(hour=hour, free=free, top=100 - height, height=height, few=free <= few, word=word)


def _suites(cells: Iterable[Cell]) -> list[Suite]:
    count: dict[str, list[int]] = {}
    for cell in cells:
        one = count.setdefault(cell.suite.name, [0, 0])
        one[0] += 1
        one[1] += cell.state != Cell.State.OPEN
    return [Suite(name=name, cells=every, closed=closed) for name, (every, closed) in count.items()]


def _held(each: Detention) -> Held:
    limit = None if each.charged_at else each.limit_at
    return Held(suite=each.suite.name, arrived_at=each.arrived_at, leaves_by=limit, charged=each.charged_at is not None)
