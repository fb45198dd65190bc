"""Closures of cells planned ahead, so that crews and the forecast know of them; and called off."""

from collections.abc import Sequence
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.escorts import CLOSURE_CALLED_OFF, CLOSURE_PLANNED
from bluelamp.custody.models import PlannedClosure
from bluelamp.custody.owed.places import CLOSE_CELLS, close_by
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import promise, withdraw
from bluelamp.places.models import Cell, Suite
from bluelamp.verdict import Refused, refused

POLICY = "Force policy, closing cells"


@action
def plan_closure(
    *,
    by: Acting,
    at: datetime,
    suite: int,
    cells: Sequence[str],
    begins_at: datetime,
    ends_at: datetime | None,
    why: str,
    key: str | None = None,
) -> str:
    """Plan to close cells of a suite, by their numbers, from a time ahead; a custody officer owes the closing then."""
    require(by, "custody.transfer")
    place = Suite.objects.select_for_update(of=("self",)).get(pk=suite)
    _said(begins_at, ends_at, why, at)
    numbers = _numbers(place, cells)
    during = DateTimeTZRange(begins_at, ends_at)
    _free_of_plans(place, numbers, during)
    made = PlannedClosure.objects.create(
        suite=place, numbers=numbers, during=during, why=why.strip(), planned_by_id=officer_of(by), planned_at=at
    )
    promise(
        CLOSE_CELLS,
        record=f"suite:{place.pk}",
        slot=str(made.pk),
        due=close_by(made),
        began_at=at,
        unit=place.name,
        facts={"suite": place.name, "cells": ", ".join(numbers)},
    )
    until = f" until {spoken(ends_at)}" if ends_at else ""
    _say(CLOSURE_PLANNED, made, {"until_words": until}, why)
    return f"suite:{place.pk}"


@action
def call_off_closure(*, by: Acting, at: datetime, closure: int, why: str, key: str | None = None) -> str:
    """The closure does not take place; the plan stays readable."""
    require(by, "custody.transfer")
    made = PlannedClosure.objects.select_for_update(of=("self",)).select_related("suite").get(pk=closure)
    if made.closed_at or made.called_off_at:
        raise Refused(refused("This closure was carried out or called off already.", "Order of events"))
    if not why.strip():
        raise Refused(refused("Say why it is called off.", POLICY, field="why"))
    made.called_off_at = at
    made.save(update_fields=["called_off_at"])
    withdraw(CLOSE_CELLS, record=f"suite:{made.suite_id}", slot=str(made.pk), why="Called off")
    _say(CLOSURE_CALLED_OFF, made, {}, why)
    return f"suite:{made.suite_id}"


def _said(begins_at: datetime, ends_at: datetime | None, why: str, at: datetime) -> None:
    if begins_at <= at:
        words = "That time is past: close the cells now instead."
        raise Refused(refused(words, "Order of events", field="begins_at"))
    if ends_at and ends_at <= begins_at:
        raise Refused(refused("It ends before it begins.", "Order of events", field="ends_at"))
    if not why.strip():
        raise Refused(refused("Say why the cells are to close.", POLICY, field="why"))


def _numbers(place: Suite, cells: Sequence[str]) -> list[str]:
    known = list(Cell.objects.filter(suite=place).order_by("position").values_list("number", flat=True))
    unknown = sorted(set(cells) - set(known))
    if unknown:
        raise Refused(refused(f"{place.name} has no cell {', '.join(unknown)}.", POLICY, field="cells"))
    if not cells:
        raise Refused(refused("Choose at least one cell.", POLICY, field="cells"))
    return [number for number in known if number in cells]


def _free_of_plans(place: Suite, numbers: Sequence[str], during: DateTimeTZRange) -> None:
    live = PlannedClosure.objects.filter(suite=place, closed_at=None, called_off_at=None, during__overlap=during)
    other = live.filter(numbers__overlap=list(numbers)).first()
    if other:
        both = ", ".join(number for number in numbers if number in other.numbers)
        words = f"{both} is planned to close already, from {spoken(other.during.lower)}."
        raise Refused(refused(words, POLICY, field="cells"))


def _say(event: Event, made: PlannedClosure, facts: dict[str, str], why: str) -> None:
    shared = {
        "suite": made.suite.key,
        "suite_name": made.suite.name,
        "cells": ", ".join(made.numbers),
        "from_words": spoken(made.during.lower),
    }
    write(event, record=f"suite:{made.suite_id}", facts={**shared, **facts}, words={"why": why})
