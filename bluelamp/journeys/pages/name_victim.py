"""Naming a victim of an incident: a person already known, or entered now once."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.journeys.actions.report import Harmed
from bluelamp.journeys.actions.report import name_victim as name
from bluelamp.journeys.pages.victim_fields import VictimForm, harmed
from bluelamp.verdict import Refused, refused
from bluelamp.victims.rules.entitlement import Circumstances


class NameVictimForm(VictimForm):
    """As in a report; `person` is set when coming from the person's page."""

    person = forms.IntegerField(required=False, widget=forms.HiddenInput)


@page("victims.record")
def name_victim(request: HttpRequest, incident: int) -> HttpResponse:
    """Records needs, rights and the safe way; referral to support is owed at once."""
    found = the_incident(request, incident)

    def act(given: dict[str, object]) -> str:
        victim = harmed(given)
        if victim is None and not given["person"]:
            raise Refused(refused("Give the name, or say what is known of them.", field="given_names"))
        return name(incident=found.pk, victim=_with_person(given), **signed(request))

    return form_page(
        request,
        form=NameVictimForm(posted(request), initial={"person": request.GET.get("person")}),
        act=act,
        then=reverse("desks:incident", args=[found.pk]),
        template="calls/incident_form.html",
        context={"incident": found, "heading": "Name a victim", "submit": "Record the victim"},
    )


def _with_person(given: dict[str, Any]) -> Harmed:
    victim = harmed(given) or Harmed(circumstances=Circumstances())
    return replace(victim, person=given["person"] or None)
