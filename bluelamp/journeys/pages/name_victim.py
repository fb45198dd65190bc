"""Naming a victim of an incident: a person already known, or entered now once."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.design.forms import Day
from bluelamp.journeys.actions.report import Harmed
from bluelamp.journeys.actions.report import name_victim as name
from bluelamp.journeys.pages.victim_fields import VictimForm, harmed
from bluelamp.verdict import Refused, refused
from bluelamp.victims.rules.entitlement import Circumstances
from bluelamp.victims.rules.naming import Kind, Naming


class NameVictimForm(VictimForm):
    """As in a report; `person` is set when coming from the person's page."""

    person = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="In which way they are a victim",
        choices=[(one.value, one.words) for one in Kind],
        initial=Kind.HARMED.value,
        required=False,
        widget=forms.RadioSelect,
    )
    spoken_for_by = forms.CharField(label="Who speaks for the child or the business", required=False)
    lost = forms.CharField(label="Whom the family lost, and who that was to them", required=False)
    died_on = Day(label="The day they died", required=False)
    counter_agreed_by = forms.CharField(
        label="Named as suspect too: what a supervisor decided, and why",
        required=False,
        help_text="Only where each says that the other did it. A supervisor records it.",
    )

    def naming(self) -> Naming:
        """What kind of victim the form says."""
        given = self.cleaned_data
        named = {name: given[name] for name in ("spoken_for_by", "lost", "died_on", "counter_agreed_by")}
        return Naming(kind=Kind(given["kind"] or Kind.HARMED), age=given["age"], **named)


@page("victims.record")
def name_victim(request: HttpRequest, incident: int) -> HttpResponse:
    """Records needs, rights and the safe way; referral to support is owed at once."""
    found = the_incident(request, incident)

    def act(given: dict[str, object]) -> str:
        victim = harmed(given)
        if victim is None and not given["person"]:
            raise Refused(refused("Give the name, or say what is known of them.", field="given_names"))
        named = replace(_with_person(given), naming=form.naming())
        return name(incident=found.pk, victim=named, **signed(request))

    form = NameVictimForm(posted(request), initial={"person": request.GET.get("person"), "kind": Kind.HARMED.value})
    return form_page(
        request,
        form=form,
        act=act,
        then=reverse("desks:incident", args=[found.pk]),
        template="calls/incident_form.html",
        context={"incident": found, "heading": "Name a victim", "submit": "Record the victim"},
    )


def _with_person(given: dict[str, Any]) -> Harmed:
    victim = harmed(given) or Harmed(circumstances=Circumstances())
    return replace(victim, person=given["person"] or None)
