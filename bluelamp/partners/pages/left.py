"""Closing the page that a link opened."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.actions.links import leave
from bluelamp.partners.models import Share
from bluelamp.partners.outside import end_visit, for_visitor, nothing_here, visit_of
from bluelamp.partners.rules.link import token_hash


@for_visitor
def left(request: HttpRequest, found: Share) -> HttpResponse:
    """The visit ends at once; the link stays used."""
    if request.method != "POST":
        return nothing_here(request)
    leave(visit_hash=token_hash(visit_of(request)), by=acting_for(found.partner), at=clock.now())
    return end_visit(render(request, "partners/left.html"))
