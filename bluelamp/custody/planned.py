"""Closures planned ahead: those that stand, and those that were carried out."""

from collections.abc import Iterable
from datetime import datetime

from bluelamp.custody.models import PlannedClosure
from bluelamp.custody.owed.places import CLOSE_CELLS
from bluelamp.owed.actions.stating import keep
from bluelamp.places.models import Cell, Suite


def planned_closures(suites: Iterable[int] | None = None) -> list[PlannedClosure]:
    """Closures planned and neither carried out nor called off, of all suites or these; the soonest first.
    One statement."""
    live = PlannedClosure.objects.filter(closed_at=None, called_off_at=None)
    live = live if suites is None else live.filter(suite__in=list(suites))
    return sorted(live.select_related("suite", "planned_by"), key=lambda each: (each.during.lower, each.pk))


def carried_out(place: Suite, at: datetime) -> None:
    """After cells were closed: plans whose cells are all closed now are done, whether at their time or before."""
    shut = set(Cell.objects.filter(suite=place, state=Cell.State.CLOSED).values_list("number", flat=True))
    live = PlannedClosure.objects.select_for_update(of=("self",)).filter(
        suite=place, closed_at=None, called_off_at=None
    )
    for each in live:
        if shut.issuperset(each.numbers):
            each.closed_at = at
            each.save(update_fields=["closed_at"])
            keep(CLOSE_CELLS, record=f"suite:{place.pk}", slot=str(each.pk), at=at)
