"""Cells and wings closed and opened again; everyone inside is moved in the same transaction, or it says who stays."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.actions.planning_closures import POLICY
from bluelamp.custody.closing import Closing, Moving, closing, may_set_aside
from bluelamp.custody.events.cells import CELLS_CLOSED, CELLS_REOPENED, RULE_SET_ASIDE
from bluelamp.custody.keeping import end_stay, enter, lock, say
from bluelamp.custody.models import CellClosure, Detention
from bluelamp.custody.planned import carried_out
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.actions.cells import close_cell, open_cell
from bluelamp.places.models import Cell, Suite
from bluelamp.verdict import Refused, refused

STAYS, OUT = "stays", "out"
STRANDED = {STAYS: "They stay, and their cells stay open for now", OUT: "Out of the cell at once, watched at the desk"}
"""What becomes of those for whom nothing fits: a named officer says which."""


@action
def close_cells(
    *,
    by: Acting,
    at: datetime,
    suite: int,
    cells: Sequence[str],
    why: str,
    until: datetime | None = None,
    stranded: str = "",
    reason: str = "",
    seen: str = "",
    key: str | None = None,
) -> str:
    """Close cells of a suite and move who is in them, all at once.

    `stranded` says what becomes of those for whom nothing fits; `reason`, of an inspector, sets soft rules aside;
    `seen` is the plan that was shown: refused where another would now be carried out.
    """
    require(by, "custody.transfer")
    place = Suite.objects.select_for_update(of=("self",)).get(pk=suite)
    _said(why, until, at)
    made = closing(place, cells, at=at, set_aside=may_set_aside(by, reason, at))
    _possible(made, cells, stranded, seen)
    held = {
        each.detention.pk: lock(each.detention.pk) for each in sorted(made.people, key=lambda one: one.detention.pk)
    }
    stay = {each.move.out_of for each in made.stranded} if stranded == STAYS else set()
    gone = [each for each in made.people if each.move.out_of not in stay]
    for each in gone:
        end_stay(held[each.detention.pk], at)
    for each in gone:
        _into(each, held[each.detention.pk], at, reason)
    shut = [cell for cell in made.cells if cell.number not in stay]
    for cell in shut:
        close_cell(by=by, at=at, cell=cell.pk, why=why)
        CellClosure.objects.create(cell=cell, closed_at=at, until=until, why=why.strip(), closed_by_id=officer_of(by))
    carried_out(place, at)
    _tell(CELLS_CLOSED, place, shut, {**_counts(made, gone), "until_words": f" until {spoken(until)}" if until else ""})
    return f"suite:{place.pk}"


def _said(why: str, until: datetime | None, at: datetime) -> None:
    if not why.strip():
        raise Refused(refused("Say why the cells are closed.", POLICY, field="why"))
    if until and until <= at:
        raise Refused(refused("The cells open again at a time that is past.", "Order of events", field="until"))


def _possible(made: Closing, cells: Sequence[str], stranded: str, seen: str) -> None:
    if len(made.cells) != len(set(cells)) or not cells:
        raise Refused(refused("Choose cells of this suite that are open.", POLICY, field="cells"))
    if seen and seen != made.seen:
        words = "Somebody has moved meanwhile, and the plan is another. Look at it again, then confirm."
        raise Refused(refused(words, "Order of events"))
    if made.stranded and stranded not in STRANDED:
        who = ", ".join(each.move.out_of for each in made.stranded)
        raise Refused(refused(f"Nothing fits for {who}: say what becomes of them.", POLICY, field="stranded"))


def _into(each: Moving, held: Detention, at: datetime, reason: str) -> None:
    if each.to is None:
        return
    enter(held, each.to, at, f"{each.move.out_of} is closed")
    if each.move.against:
        words = {"against": " ".join(each.move.against), "why": reason}
        say(RULE_SET_ASIDE, held, {"cell_number": each.to.number}, words=words)


def _counts(made: Closing, gone: Sequence[Moving]) -> dict[str, Any]:
    moved = sum(each.to is not None for each in gone)
    return {"moved": moved, "taken_out": len(gone) - moved, "stayed": len(made.people) - len(gone)}


@action
def reopen_cells(*, by: Acting, at: datetime, suite: int, cells: Sequence[str], key: str | None = None) -> str:
    """Put closed cells of a suite back into use."""
    require(by, "custody.transfer")
    place = Suite.objects.select_for_update(of=("self",)).get(pk=suite)
    found = list(Cell.objects.filter(suite=place, number__in=cells, state=Cell.State.CLOSED).order_by("position"))
    if not cells or len(found) != len(set(cells)):
        raise Refused(refused("Choose cells of this suite that are closed.", POLICY, field="cells"))
    for cell in found:
        open_cell(by=by, at=at, cell=cell.pk)
    CellClosure.objects.filter(cell__in=found, reopened_at=None).update(reopened_at=at)
    _tell(CELLS_REOPENED, place, found, {})
    return f"suite:{place.pk}"


def _tell(event: Any, place: Suite, cells: Sequence[Cell], facts: dict[str, Any]) -> None:
    numbers = ", ".join(cell.number for cell in cells) or "none"
    shared = {"suite": place.key, "suite_name": place.name, "cells": numbers}
    about = tuple(f"cell:{cell.pk}" for cell in cells)
    write(event, record=f"suite:{place.pk}", about=about, facts={**shared, **facts})
