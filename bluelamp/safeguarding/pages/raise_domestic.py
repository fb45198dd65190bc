"""Treating an incident as domestic abuse where nobody has done so yet."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.raising import raise_domestic as raise_it
from bluelamp.victims.queries import victims_of


class RaiseForm(PlainForm):
    """Nothing to fill in: what is known is asked on the next page."""


@page("safeguarding.assess", "calls.log")
def raise_domestic(request: HttpRequest, incident: int) -> HttpResponse:
    """From then on an assessment is owed by the end of the shift."""
    found = the_incident(request, incident)
    victim = victims_of(found.pk).first()
    return form_page(
        request,
        form=RaiseForm(posted(request)),
        act=lambda _given: raise_it(incident=found.pk, victim=victim.pk if victim else None, **signed(request)),
        then=lambda ref: reverse("desks:domestic", args=[ref.partition(":")[2]]),
        template="calls/incident_form.html",
        context={"incident": found, "heading": "Treat as domestic abuse", "submit": "Treat it as domestic abuse"},
    )
