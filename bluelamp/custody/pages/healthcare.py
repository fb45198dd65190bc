"""What healthcare advised."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.attending import record_advice
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Advice
from bluelamp.design.forms import Instant, PlainForm, Segments


class HealthcareForm(PlainForm):
    """Fit to be detained, fit to be interviewed, when to look again."""

    who = forms.CharField(label="Who advised", max_length=200)
    to_detain = Segments(label="Fit to be detained?", choices=Advice.Fit.choices)
    to_interview = Segments(label="Fit to be interviewed?", choices=Advice.Fit.choices)
    words = forms.CharField(label="What they advise", widget=forms.Textarea(attrs={"rows": 4}))
    again_at = Instant(label="Look again at", required=False)


@page("custody.call")
def healthcare(request: HttpRequest, pk: int) -> HttpResponse:
    """What healthcare advised."""
    return record_form(
        request,
        pk,
        form=lambda _: HealthcareForm(posted(request)),
        act=lambda given: record_advice(detention=pk, **given, **signed(request)),
        template="custody/healthcare.html",
    )
