"""The domestic incident of a page, read only by those who may: by role, by assignment, or opened with a reason."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, turned_to_owner
from bluelamp.access.guard import TurnedAway
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.queries import domestic_for_page


def records_of(found: DomesticIncident) -> list[str]:
    """Every record that a page about it shows: restricted in any of them, it is restricted here."""
    people = [found.victim.person.ref] if found.victim else []
    return [found.ref, found.incident.ref, *people, *([found.suspect.ref] if found.suspect else [])]


def the_domestic(request: HttpRequest, pk: int) -> DomesticIncident:
    """The domestic incident; 404 where there is none. Raises TurnedAway, to whom to ask, where it is not for them."""
    found = domestic_for_page(pk)
    if found is None:
        raise Http404
    page = request.resolver_match.view_name if request.resolver_match else ""
    turned = turned_to_owner(request, *records_of(found), page=page)
    if turned:
        raise TurnedAway(turned)
    return found


def step(
    request: HttpRequest,
    found: DomesticIncident,
    *,
    form: PlainForm,
    act: Callable[[dict[str, Any]], object],
    heading: str,
    submit: str,
    lead: str = "",
    template: str = "safeguarding/step.html",
    more: dict[str, object] | None = None,
    authority: bool = False,
    then: str = "",
) -> HttpResponse:
    """A page with one form about a domestic incident, and back to it, or on to `then`."""
    back = reverse("desks:domestic", args=[found.pk])
    context = {"found": found, "back": back, "heading": heading, "submit": submit, "lead": lead, **(more or {})}
    return form_page(
        request, form=form, act=act, then=then or back, template=template, context=context, authority=authority
    )
