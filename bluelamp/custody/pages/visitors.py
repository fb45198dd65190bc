"""What an independent custody visitor may see: the cells, no names, no offence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp.access.guard import page
from bluelamp.custody.models import CellStay, CustodyVisit
from bluelamp.places.models import Cell


@page("custody.visit_independent", "custody.transfer", "custody.review")
def visitors(request: HttpRequest) -> HttpResponse:
    """Cells with whether somebody is in them, and past visits with their answers; three statements."""
    taken = set(CellStay.objects.filter(during__upper_inf=True).values_list("cell_id", flat=True))
    cells = Cell.objects.select_related("suite").order_by("suite__position", "position")
    suites: dict[str, list[tuple[str, str]]] = {}
    for cell in cells:
        closed = "Closed" if cell.state != Cell.State.OPEN else "Empty"
        state = "Somebody is in it" if cell.pk in taken else closed
        suites.setdefault(cell.suite.name, []).append((cell.number, state))
    visits = CustodyVisit.objects.select_related("suite").prefetch_related("asked").order_by("-came_at")[:20]
    suite_pks = list(dict.fromkeys((cell.suite.pk, cell.suite.name) for cell in cells))
    found = {"suites": suites, "visits": visits, "log": suite_pks}
    return render(request, "custody/visitors.html", found)
