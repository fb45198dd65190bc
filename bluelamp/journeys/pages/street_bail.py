"""Street bail: what it must rest on, what the notice says; and afterwards the notice, or calling it off."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.street_bailing import Notice, call_off_street_bail
from bluelamp.custody.desk import officer_named
from bluelamp.custody.models import Arrest, StreetBail
from bluelamp.custody.rules.arrest import street_bail_end
from bluelamp.custody.rules.street_bail import factor_words
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.journeys.actions.street_bail import bail_on_the_street
from bluelamp.journeys.arrested import arrest_of
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Suite
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_of

VIEWS = [("sought", "Asked"), ("not_practicable", "Could not be asked in time"), ("none", "There is no victim")]


class GrantForm(PlainForm):
    """The five things weighed, who authorised it, and what the person is told on paper."""

    factors = forms.MultipleChoiceField(
        label="Weighed", widget=forms.CheckboxSelectMultiple, help_text="All five. PACE s.30A(1B)"
    )
    why = forms.CharField(label="Why bail is necessary and proportionate", widget=forms.Textarea(attrs={"rows": 2}))
    authorised_by = forms.CharField(
        label="Custody officer who authorised it, collar number", max_length=60, help_text="Not on the case. s.30A(1A)"
    )
    authorised_at = Instant(label="Authorised")
    conditions = forms.CharField(
        label="Conditions", required=False, max_length=500, help_text="No surety, security or hostel. s.30A(3A)"
    )
    conditions_why = forms.CharField(label="What each condition is for", required=False, max_length=500)
    victim_views = Segments(label="The victim's views on conditions", choices=VIEWS)
    victim_words = forms.CharField(label="Views, or why they could not be asked", required=False, max_length=500)
    suite = forms.TypedChoiceField(label="Station to come to", coerce=int, widget=forms.RadioSelect)
    answer_at = Instant(label="When to come")
    notice = forms.BooleanField(label="Written notice given", required=False, help_text="Before they go. s.30B")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        factors: Any = self.fields["factors"]
        law = law_of("custody").value("street_bail.factors", on=local_day(clock.now()))
        factors.choices = [(code, factor_words(code).capitalize()) for code in law.items]
        suite: Any = self.fields["suite"]
        suite.choices = list(Suite.objects.order_by("position").values_list("pk", "name"))

    def clean_authorised_by(self) -> int:
        """The custody officer's own number."""
        return officer_named(self.cleaned_data["authorised_by"]).pk


class CallOffForm(PlainForm):
    """Why the person need not come."""

    why = forms.CharField(label="Why they need not come", max_length=300, help_text="They are told in writing")


@page("custody.arrest")
def street_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest. Before it is granted the questions; afterwards the notice, and calling it off."""
    made, turned = arrest_of(request, pk, page="journeys:street_bail")
    if turned:
        return turned
    rows = StreetBail.objects.filter(arrest=made).select_related("suite", "authorised_by", "granted_by")
    granted = rows.first()
    now = clock.now()
    grant = GrantForm(posted(request), initial={"authorised_at": now})
    return form_page(
        request,
        form=CallOffForm(posted(request)) if granted else grant,
        act=lambda given: _act(request, pk, given),
        then=reverse("journeys:street_bail", args=[pk]),
        template="journeys/street_bail.html",
        context={
            "made": made,
            "granted": granted,
            "victims": _victims(made),
            "ends": street_bail_end(arrested_at=made.arrested_at, law=law_of("custody")),
        },
    )


def _victims(made: Arrest) -> list[Victim]:
    return list(victims_of(made.incident_id)) if made.incident_id else []


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "factors" not in given:
        return call_off_street_bail(arrest=pk, why=given["why"], **signed(request))
    notice = Notice(
        authorised_by=given["authorised_by"],
        authorised_at=given["authorised_at"],
        factors=tuple(given["factors"]),
        why=given["why"],
        suite=given["suite"],
        answer_at=given["answer_at"],
        given=given["notice"],
        views=given["victim_views"],
        views_words=given["victim_words"],
        conditions=given["conditions"],
        conditions_why=given["conditions_why"],
    )
    return bail_on_the_street(arrest=pk, notice=notice, **signed(request))
