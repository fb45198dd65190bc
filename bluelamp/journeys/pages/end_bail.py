"""Bail before charge cancelled or ended, with what came of it."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.bails import OUTCOMES
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.bail import end_bail_and_tell

ENDS = ("cancelled", "no_further_action", "under_investigation", "charged", "out_of_court", "other")


class EndBailForm(PlainForm):
    """What came of it, and why."""

    outcome = forms.ChoiceField(
        label="How does it end?", choices=[(key, OUTCOMES[key].capitalize()) for key in ENDS], widget=forms.RadioSelect
    )
    why = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))


@page("custody.release")
def end_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the bail. Somebody who comes back on it is booked in instead."""
    return bail_form(
        request,
        pk,
        form=lambda _: EndBailForm(posted(request)),
        act=lambda given: end_bail_and_tell(bail=pk, **given, **signed(request)),
        template="journeys/end_bail.html",
    )
