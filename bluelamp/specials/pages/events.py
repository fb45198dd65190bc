"""Events ahead: who is down for each, and whose place does not stand yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.specials.places_taken import places_taken
from bluelamp.specials.queries import occasions_ahead


@page("specials.coordinate")
def events(request: HttpRequest) -> HttpResponse:
    """Soonest first."""
    at = clock.now()
    found = [(one, places_taken(one)) for one in occasions_ahead(at)]
    rows = [(one, taken, [each for each in taken if not each.verdict.allowed]) for one, taken in found]
    return render(request, "specials/events.html", {"rows": rows, "at": at})
