"""One release under investigation: when a supervisor next looks at it, what they wrote, and how it ends (B7)."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.custody.actions.investigating import end_investigation, review_investigation
from bluelamp.custody.bail_queries import whole_investigation
from bluelamp.custody.bails import OUTCOMES
from bluelamp.custody.owed.bail import review_by
from bluelamp.design.forms import PlainForm, Segments

ENDS = ("charged", "no_further_action", "out_of_court", "other")


class InvestigationForm(PlainForm):
    """Either a review, with what is left to do, or the end, with what came of it."""

    decision = Segments(label="What do you write?", choices=[("review", "A review"), ("end", "It is over")])
    words = forms.CharField(
        label="What is left to do and by whom, or why it is over", widget=forms.Textarea(attrs={"rows": 4})
    )
    outcome = forms.ChoiceField(
        label="If it is over: how",
        choices=[(key, OUTCOMES[key].capitalize()) for key in ENDS],
        widget=forms.RadioSelect,
        required=False,
    )
    n = forms.IntegerField(widget=forms.HiddenInput, required=False)


@page("custody.view", "custody.review", "custody.release")
def investigation(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the release under investigation; its reviews stand in what happened to the custody record too."""
    found = whole_investigation(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.detention.ref, found.person.ref, page="custody:investigation")
    if turned:
        return turned
    return form_page(
        request,
        form=InvestigationForm(posted(request), initial={"n": found.reviews + 1}),
        act=lambda given: _act(request, pk, given),
        then=reverse("custody:bail_list"),
        template="custody/investigation.html",
        context={"one": found, "due": review_by(found)},
    )


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if given["decision"] == "end":
        outcome, words = given["outcome"], given["words"]
        return end_investigation(investigation=pk, outcome=outcome, words=words, **signed(request))
    return review_investigation(investigation=pk, words=given["words"], n=given["n"], **signed(request))
