"""Capacity: free cells at both suites in the next twelve hours, in plain words, drawn, and as a table."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.custody.capacity import forecasts, live_closures, planned_changes, rows
from bluelamp.custody.planned import planned_closures
from bluelamp.custody.queries import on_the_way, on_the_whiteboard
from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of
from bluelamp.places.queries import cells

ASSUMED = (
    ("forecast.arrivals", "How many come in each hour"),
    ("forecast.still_held", "How long people stay"),
    ("forecast.court_van", "When those kept for court leave"),
    ("forecast.margin", "How far the higher figure lies from the expected one"),
)


@page("custody.view")
def capacity(request: HttpRequest) -> HttpResponse:
    """Counts alone: nobody is named here."""
    at, closures, every, plans = clock.now(), live_closures(), list(cells()), planned_closures()
    found = forecasts(
        cells=every,
        held=on_the_whiteboard(),
        coming=on_the_way(at),
        closures=closures,
        at=at,
        planned=planned_changes(plans, every),
    )
    on, law = local_day(at), law_of("custody")
    context = {
        "at": at,
        "forecast": rows(found),
        "found": found,
        "plans": plans,
        "closures": sorted(closures, key=lambda each: each.until or at),
        "assumed": [(words, law.value(key, on=on).source) for key, words in ASSUMED],
    }
    return render(request, "custody/capacity.html", context)
