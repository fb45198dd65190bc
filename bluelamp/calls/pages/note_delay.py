"""Why nobody is there yet, and whether the caller was told."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.calls.actions.waiting import note_delay as write_delay
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.calls.rules.waiting import Told
from bluelamp.design.forms import PlainForm


class DelayForm(PlainForm):
    """The reason and the call back."""

    why = forms.CharField(
        label="Why is nobody there yet?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why nobody is there yet."},
        help_text="Such as: all response cars at the crash on the A1.",
    )
    told = forms.ChoiceField(
        label="The caller", choices=[(one.value, one.words) for one in Told], widget=forms.RadioSelect
    )


@page("calls.log", "dispatch.assign")
def note_delay(request: HttpRequest, incident: int) -> HttpResponse:
    """Each delay is written with its reason; where ringing is not safe, that is the answer."""
    found = the_incident(request, incident)
    return form_page(
        request,
        form=DelayForm(posted(request)),
        act=lambda given: write_delay(incident=found.pk, **given, **signed(request)),
        then=reverse("desks:incident", args=[found.pk]),
        template="calls/incident_form.html",
        context={"incident": found, "heading": "Write why nobody is there yet", "submit": "Write it"},
    )
