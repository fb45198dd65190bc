"""Closing the page that a link opened."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.actions.links import leave
from bluelamp.partners.outside import end_visit, nothing_here, outside, visit_of
from bluelamp.partners.queries import visited
from bluelamp.partners.rules.link import token_hash


@outside
def left(request: HttpRequest) -> HttpResponse:
    """The visit ends at once and the link stays used. Asked for again it says no more than that it is closed."""
    if request.method != "POST":
        return render(request, "partners/left.html")
    at = clock.now()
    found = visited(visit_of(request), at=at)
    if found is None:
        return nothing_here(request)
    leave(visit_hash=token_hash(visit_of(request)), by=acting_for(found.partner), at=at)
    return end_visit(HttpResponseRedirect(reverse("partners:left"), status=303))
