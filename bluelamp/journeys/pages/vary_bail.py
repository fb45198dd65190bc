"""Conditions of bail varied or lifted; the victims' views are sought first, and each is owed word of the change."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.acting import Acting
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.models import Bail
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.bail import vary_bail_and_tell
from bluelamp.victims.heard import heard
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.views import About


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
        context=lambda found: _context(found, acting(request)),
    )


def _context(found: Bail, by: Acting) -> Mapping[str, object]:
    incident = found.arrest.incident_id
    victims = list(victims_of(incident)) if incident else []
    return {"heard": heard(victims, About.VARYING, by, bail=found.pk), "heard_source": About.VARYING.source}


def _vary(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    return vary_bail_and_tell(
        bail=pk,
        conditions=given["conditions"].splitlines(),
        why=given["why"],
        views_why_not=given["victim_views"],
        **signed(request),
    )
