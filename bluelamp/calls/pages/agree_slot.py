"""The time agreed with the caller of a Scheduled incident."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.calls.actions.waiting import agree_slot as agree
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.design.forms import Instant, PlainForm


class SlotForm(PlainForm):
    """When somebody comes."""

    slot = Instant(label="Somebody comes at", help_text="As agreed with the caller. It is when we are due.")


@page("calls.triage", "calls.log")
def agree_slot(request: HttpRequest, incident: int) -> HttpResponse:
    """A time that suits the caller takes the place of the grade's own."""
    found = the_incident(request, incident)
    return form_page(
        request,
        form=SlotForm(posted(request), initial={"slot": found.agreed_at}),
        act=lambda given: agree(incident=found.pk, slot=given["slot"], **signed(request)),
        then=reverse("desks:incident", args=[found.pk]),
        template="calls/incident_form.html",
        context={"incident": found, "heading": "Agree a time", "submit": "Agreed"},
    )
