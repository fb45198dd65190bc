"""Recording the crime of an incident: its victims are joined to it and owed the written acknowledgement."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.crimes.queries import CATEGORIES
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.journeys.actions.report import record_crime_for_victims


class CrimeForm(PlainForm):
    """One crime of one victim, or against the state."""

    offence_code = forms.CharField(label="Offence code", max_length=12, help_text="As in the counting rules: 8/2")
    offence_words = forms.CharField(label="Offence", max_length=200)
    category = forms.ChoiceField(label="Category", choices=[("", "Choose"), *((name, name) for name in CATEGORIES)])
    circumstances = forms.CharField(label="What happened", widget=forms.Textarea(attrs={"rows": 4}))
    occurred_from = Instant(label="From when", required=False)
    occurred_to = Instant(label="Until when", required=False)
    domestic = forms.BooleanField(label="Domestic", required=False)
    against_the_state = forms.BooleanField(label="Against the state: there is no single victim", required=False)


@page("crimes.record")
def record_crime(request: HttpRequest, incident: int) -> HttpResponse:
    """Keeps the promise of a decision within 24 hours of the report."""
    found = the_incident(request, incident)

    def act(given: dict[str, object]) -> str:
        return record_crime_for_victims(
            incident=found.pk,
            offence_code=str(given["offence_code"]),
            offence_words=str(given["offence_words"]),
            category=str(given["category"]),
            circumstances=str(given["circumstances"]),
            more={
                "occurred_from": given["occurred_from"],
                "occurred_to": given["occurred_to"],
                "domestic": given["domestic"],
                "victim_based": not given["against_the_state"],
            },
            **signed(request),
        )

    return form_page(
        request,
        form=CrimeForm(posted(request), initial={"domestic": "domestic_abuse" in found.qualifiers}),
        act=act,
        then=reverse("desks:incident", args=[found.pk]),
        template="calls/incident_form.html",
        context={"incident": found, "heading": "Record a crime", "submit": "Record it"},
    )
