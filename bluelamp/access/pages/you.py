"""Your own page: your roles, what they allow, your keys, who opened your restricted records, and signing out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp.access.guard import acting, page
from bluelamp.access.models import Officer
from bluelamp.access.queries import openings_to_read
from bluelamp.access.registry import capabilities
from bluelamp.access.roles import roles


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
