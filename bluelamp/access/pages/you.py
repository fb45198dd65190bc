"""Your own page: your roles, what they allow, your keys, who opened your restricted records, and signing out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from bluelamp import clock
from bluelamp.access.actions.opening import acknowledge
from bluelamp.access.guard import acting, page
from bluelamp.access.models import Officer
from bluelamp.access.queries import openings_to_read
from bluelamp.access.registry import capabilities
from bluelamp.access.roles import roles
from bluelamp.design.keys import request_key


@page()
def you(request: HttpRequest) -> HttpResponse:
    """What this officer may do and how they sign in."""
    by = acting(request)
    facts = {
        "officer": Officer.objects.get(pk=by.number),
        "roles": [roles()[key].words for key in by.roles if key in roles()],
        "may": sorted(capabilities.words(name) for name in by.capabilities if name in capabilities),
        "openings": openings_to_read(by),
    }
    return render(request, "access/you.html", facts)


@page()
@require_POST
def opening_seen(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner of a restricted record has read who opened it."""
    if openings_to_read(acting(request)).filter(pk=pk).exists():
        acknowledge(opening=pk, by=acting(request), at=clock.now(), key=request_key(request))
    return redirect("access:you")
