"""The decision at the desk: authorise detention, or refuse it and let the person go."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.authorising import authorise as authorise_detention
from bluelamp.custody.actions.authorising import refuse_detention
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import PlainForm, Segments

NECESSARY = [
    ("secure_or_preserve_evidence", "To secure or preserve evidence"),
    ("obtain_evidence_by_questioning", "To obtain evidence by questioning"),
]


class AuthoriseForm(PlainForm):
    """Whether, why necessary, and the grounds that are read to the person."""

    decision = Segments(label="Your decision", choices=[("authorise", "Authorise"), ("refuse", "Do not authorise")])
    enough = Segments(
        label="Is there enough evidence to charge now?",
        choices=[("no", "Not yet"), ("yes", "Yes")],
        help_text="If there is, the person is charged or released, not detained to question. PACE s.37(7)",
        required=False,
    )
    necessity = forms.MultipleChoiceField(
        label="Why is detention necessary without charge?",
        choices=NECESSARY,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="PACE s.37(2)",
    )
    grounds = forms.CharField(
        label="Grounds, in your words",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Written in the person's presence and told to them. If you do not authorise, say why.",
    )


@page("custody.authorise")
def authorise(request: HttpRequest, pk: int) -> HttpResponse:
    """A named sergeant or above decides; a refusal to detain is a whole ending too."""
    return record_form(
        request,
        pk,
        form=lambda _: AuthoriseForm(posted(request)),
        act=lambda given: _decide(request, pk, given),
        template="custody/authorise.html",
        authority=True,
    )


def _decide(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if given["decision"] == "refuse":
        return refuse_detention(detention=pk, why=given["grounds"], **signed(request))
    return authorise_detention(
        detention=pk,
        grounds=given["grounds"],
        necessity=given["necessity"],
        enough_to_charge=given["enough"] == "yes",
        **signed(request),
    )
