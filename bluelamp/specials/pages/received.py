"""After the application: it arrived, and what happens next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bluelamp import clock
from bluelamp.access.guard import open_to_all
from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of


@open_to_all
@require_safe
def received(request: HttpRequest) -> HttpResponse:
    """Names nobody: the page may be left open on a shared screen."""
    law, on = law_of("specials"), local_day(clock.now())
    context = {
        "contacted": law.value("application.contacted_within", on=on).number,
        "decided": law.value("application.decided_within", on=on).number,
    }
    return render(request, "specials/received.html", context)
