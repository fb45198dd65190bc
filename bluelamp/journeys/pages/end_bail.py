"""Bail before charge cancelled or ended, with what came of it."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.acting import Acting
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.bails import OUTCOMES
from bluelamp.custody.models import Bail
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.bail import end_bail_and_tell
from bluelamp.victims.heard import heard
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.views import About

ENDS = ("cancelled", "no_further_action", "under_investigation", "charged", "out_of_court", "other")


class EndBailForm(PlainForm):
    """What came of it, and why."""

    renamed = {"victim_views": "views_why_not"}

    outcome = forms.ChoiceField(
        label="How does it end?", choices=[(key, OUTCOMES[key].capitalize()) for key in ENDS], widget=forms.RadioSelect
    )
    why = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))
    views_why_not = forms.CharField(
        label="Why the victim's views could not be asked",
        required=False,
        max_length=300,
        help_text="Only where it is settled without a court, and asking was not practicable",
    )


@page("custody.release")
def end_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the bail. Somebody who comes back on it is booked in instead."""
    return bail_form(
        request,
        pk,
        form=lambda _: EndBailForm(posted(request)),
        act=lambda given: end_bail_and_tell(bail=pk, **given, **signed(request)),
        template="journeys/end_bail.html",
        context=lambda found: _context(found, acting(request)),
    )


def _context(found: Bail, by: Acting) -> Mapping[str, object]:
    incident = found.arrest.incident_id
    victims = list(victims_of(incident)) if incident else []
    return {"heard": heard(victims, About.OUT_OF_COURT, by), "heard_source": About.OUT_OF_COURT.source}
