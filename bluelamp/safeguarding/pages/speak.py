"""The bodies spoke together at once."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.meetings import speak_at_once
from bluelamp.safeguarding.records import record_step, the_case


class SpeakForm(PlainForm):
    """Who spoke, and what is done now."""

    words = forms.CharField(label="Who spoke, and what is done now", widget=forms.Textarea(attrs={"rows": 4}))


@page("safeguarding.marac", "safeguarding.refer")
def speak(request: HttpRequest, pk: int) -> HttpResponse:
    """What is urgent does not wait for the meeting."""
    return record_step(
        request,
        the_case(request, pk),
        "case",
        form=SpeakForm(posted(request)),
        act=lambda given: speak_at_once(case=pk, **given, **signed(request)),
        heading="Spoken at once",
        submit="Save",
    )
