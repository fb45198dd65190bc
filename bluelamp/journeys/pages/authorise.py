"""The decision at the desk: authorise detention, or refuse it and let the person go."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.authorising import authorise as authorise_detention
from bluelamp.custody.desk import record_form
from bluelamp.custody.desk_fields import NECESSARY
from bluelamp.custody.models import Detention
from bluelamp.custody.property_held import items_held, property_fields
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.journeys.actions.deciding import do_not_detain


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
        form=lambda found: AuthoriseForm(posted(request), more=_property(found)),
        act=lambda given: _decide(request, pk, given),
        template="journeys/authorise.html",
        authority=True,
    )


def _property(found: Detention) -> dict[str, forms.Field]:
    """Asked only where something was taken already: it goes back with whoever is not detained."""
    held = items_held(found)
    return property_fields(held, needed=False) if held else {}


def _decide(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if given["decision"] == "refuse":
        return do_not_detain(
            detention=pk,
            why=given["grounds"],
            property_words=given.get("property", ""),
            given_back=given.get("given_back", ()),
            **signed(request),
        )
    return authorise_detention(
        detention=pk,
        grounds=given["grounds"],
        necessity=given["necessity"],
        enough_to_charge=given["enough"] == "yes",
        **signed(request),
    )
