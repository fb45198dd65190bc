"""Deciding an application: accepted for checks, or declined with the reason."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.applying import accept, end_record
from bluelamp.specials.models import Special
from bluelamp.specials.record_form import record_form

OUTCOMES = [("accept", "Accept: the checks begin"), ("decline", "Decline")]


class DecideForm(PlainForm):
    """The decision, and why."""

    outcome = forms.ChoiceField(label="Decision", choices=OUTCOMES, widget=forms.RadioSelect)
    words = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed to decline, in words the applicant may read",
    )


@page("specials.coordinate")
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """A named person decides; the applicant is told outside this page."""

    def act(given: dict[str, Any]) -> object:
        if given["outcome"] == "accept":
            return accept(special=pk, words=given["words"], **signed(request))
        declined = Special.Ending.DECLINED.value
        return end_record(special=pk, ending=declined, words=given["words"], **signed(request))

    return record_form(request, pk, form=lambda _found: DecideForm(posted(request)), act=act, template="decide")
