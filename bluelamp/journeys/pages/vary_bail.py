"""Conditions of bail varied or lifted; the victims' views are sought first, and each is owed word of the change."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.models import Bail
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.bail import vary_bail_and_tell
from bluelamp.journeys.offers import views_heard
from bluelamp.victims.queries import victims_of


class VaryBailForm(PlainForm):
    """The conditions from now on, one a line."""

    conditions = forms.CharField(
        label="Conditions from now on",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        help_text="One a line. Empty: none any more",
    )
    why = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))
    victim_views = forms.CharField(
        label="Why the victim's views could not be asked",
        required=False,
        max_length=300,
        help_text="Only where asking was not practicable. PACE s.47ZZA",
    )


@page("custody.release")
def vary_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the bail."""
    return bail_form(
        request,
        pk,
        form=lambda found: VaryBailForm(posted(request), initial={"conditions": "\n".join(found.conditions)}),
        act=lambda given: _vary(request, pk, given),
        template="journeys/vary_bail.html",
        context=_context,
    )


def _context(found: Bail) -> Mapping[str, object]:
    incident = found.arrest.incident_id
    victims = list(victims_of(incident)) if incident else []
    return {"victims": victims, "heard": views_heard(victims)}


def _vary(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    return vary_bail_and_tell(
        bail=pk,
        conditions=given["conditions"].splitlines(),
        why=given["why"],
        views_why_not=given["victim_views"],
        **signed(request),
    )
