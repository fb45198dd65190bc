"""What the pages about one incident share: finding it for somebody who may see it, and going back to it."""

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse

from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import TurnedAway
from bluelamp.calls.models import Incident
from bluelamp.calls.queries import incident as found_incident


def the_incident(request: HttpRequest, number: int) -> Incident:
    """The incident; 404 where there is none. Raises TurnedAway where it is restricted and this person is not on it."""
    found = found_incident(number)
    if found is None:
        raise Http404
    turned = turned_to_owner(
        request, found.ref, page=request.resolver_match.view_name if request.resolver_match else ""
    )
    if turned:
        raise TurnedAway(turned)
    return found


def back_to(incident: Incident) -> HttpResponseRedirect:
    """To the incident's page, by a GET."""
    return HttpResponseRedirect(reverse("desks:incident", args=[incident.pk]), status=303)
