"""A plate that was seen at an incident: it stands in what happened there."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.guard import page
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.people.pages.add_vehicle import vehicle_page
from bluelamp.people.permissions import EDIT


@page(EDIT.name)
def vehicle_seen(request: HttpRequest, incident: int) -> HttpResponse:
    """Added like any vehicle, and named in the incident's log."""
    found = the_incident(request, incident)
    back = reverse("desks:incident", args=[found.pk])
    return vehicle_page(request, seen_at=found.ref, heading="Note a vehicle seen", back=back)
