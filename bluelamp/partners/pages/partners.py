"""Every partner body: what may be shared with it, what waits for its answer, what it declined."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.partners.queries import bodies


@page("partners.view")
def partners(request: HttpRequest) -> HttpResponse:
    """In the borough's own order."""
    at = clock.now()
    found = bodies(at)
    context = {
        "bodies": found,
        "at": at,
        "agreed": sum(bool(one.purposes) for one in found),
        "open": sum(one.open for one in found),
        "unmet": sum(one.unmet for one in found),
    }
    return render(request, "partners/partners.html", context)
