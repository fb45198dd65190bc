"""Leaving the victim's own page quickly: the visit ends, the browser forgets it, and the weather opens."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from bluelamp import clock
from bluelamp.access.guard import open_to_all
from bluelamp.victims.actions.own_page import leave_page
from bluelamp.victims.own_visits import forget, holder, visit_of

WEATHER = "https://www.metoffice.gov.uk/"


@open_to_all
def own_leave(request: HttpRequest) -> HttpResponse:
    """A link and no form, so that it works at once and without scripts; with no open visit it leads on all the same."""
    at = clock.now()
    visit = visit_of(request, at)
    if visit:
        leave_page(by=holder(visit.victim), at=at, victim=visit.victim_id, visit=visit.pk)
    return forget(HttpResponseRedirect(WEATHER))
