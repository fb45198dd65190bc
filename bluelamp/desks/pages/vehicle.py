"""One vehicle: its plate as seen, who is joined to it, where it was seen. A plate is not a vehicle, nor a person."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.calls.models import Incident
from bluelamp.desks.happened import happened
from bluelamp.ledger.queries import timelines
from bluelamp.people.events import LINK_ENDED, LINK_WITHDRAWN, LINKED, VEHICLE_ADDED
from bluelamp.people.models import Link, Vehicle

NAME = "desks:vehicle"
LINKS = (LINKED.name, LINK_ENDED.name, LINK_WITHDRAWN.name)
"""Drawn as people, where those who may not be seen are left out."""


@page("people.view", "people.search")
def vehicle(request: HttpRequest, pk: int) -> HttpResponse:
    """Every look is logged; people and incidents that are restricted say only that they exist."""
    found = get_object_or_404(Vehicle, pk=pk)
    turned = turned_to_owner(request, found.ref, page=NAME)
    if turned:
        return turned
    by = acting(request)
    look(page=NAME, records=[found.ref], by=by, at=clock.now())
    same = Vehicle.objects.filter(normalised=found.normalised).exclude(pk=pk).order_by("-added_at")
    context = {
        "found": found,
        "people": _people(found, by),
        "seen": _seen_at([found, *same], by),
        "same": same,
        "entries": happened([found.ref], limit=40, without=LINKS, reader=by.ref),
    }
    return render(request, "desks/vehicle.html", context)


def _people(found: Vehicle, by: Acting) -> list[dict[str, Any]]:
    """Who keeps, drives or rides in it, with where that is known from."""
    links = list(Link.objects.filter(vehicle=found, withdrawn=False).select_related("person").order_by("-linked_at"))
    sights = restricted_among(by, [link.person.ref for link in links])
    return [{"link": link, "sight": _hidden(sights.get(link.person.ref))} for link in links]


def _seen_at(vehicles: list[Vehicle], by: Acting) -> list[dict[str, Any]]:
    """The incidents at which this plate was seen, the latest first."""
    lines = timelines([one.ref for one in vehicles], only=[VEHICLE_ADDED.name])
    at = {ref: line.occurred_at for line in lines for ref in line.about if ref.startswith("incident:")}
    numbers = [int(ref.partition(":")[2]) for ref in at]
    sights = restricted_among(by, list(at))
    rows = [
        {
            "words": f"Incident {one.number}, {one.kind}",
            "at": at[one.ref],
            "url": reverse("desks:incident", args=[one.pk]),
            "sight": _hidden(sights.get(one.ref)),
        }
        for one in Incident.objects.filter(pk__in=numbers)
    ]
    return sorted(rows, key=lambda row: row["at"], reverse=True)


def _hidden(sight: Any) -> Any:
    return sight if sight and not sight.may_see else None
