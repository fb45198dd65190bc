"""Two rosters side by side: points, gaps, and every duty in which they differ."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp.access.guard import page
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import Roster
from bluelamp.duty.pages.roster import find
from bluelamp.duty.published import names

SHOWN = 200


@page("duty.view")
def compare(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """What each has that the other has not, by unit, officer and day."""
    left, right = find(pk), find(other)
    first, second = _duties(left), _duties(right)
    slots = sorted(slot for slot in first.keys() | second.keys() if first.get(slot) != second.get(slot))
    known = names({f"officer:{officer}" for _, officer, _, _ in slots})
    cover = cover_in_force()
    by_unit = Counter(unit for unit, *_ in slots)
    rows: list[dict[str, Any]] = [
        {
            "unit": cover.units[unit].name if unit in cover.units else unit,
            "name": known.get(f"officer:{officer}", ""),
            "day": day,
            "left": first.get((unit, officer, day, kind), "off"),
            "right": second.get((unit, officer, day, kind), "off"),
        }
        for unit, officer, day, kind in slots[:SHOWN]
    ]
    units = [
        {
            "name": unit.name,
            "left": left.units.get(key),
            "right": right.units.get(key),
            "changed": by_unit[key],
        }
        for key, unit in cover.units.items()
        if unit.needs
    ]
    shows = {"left": left, "right": right, "rows": rows, "units": units, "total": len(slots), "shown": SHOWN}
    return render(request, "duty/compare.html", shows)


def _duties(row: Roster) -> dict[tuple[str, int, Any, str], str]:
    rows = row.duties.values_list("unit", "officer_id", "day", "kind", "shift")
    return {(unit, officer, day, kind): shift for unit, officer, day, kind, shift in rows}
