"""Which suite to take somebody to: ranked with reasons; asking is the only way to set out."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.slots import ask_slot
from bluelamp.custody.going_there import suites_for
from bluelamp.custody.queries import live_slot
from bluelamp.custody.rules.arrest import may_take_to
from bluelamp.custody.rules.slots import Ranked
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.arrested import arrest_of
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Suite
from bluelamp.places.queries import home_station


class SuiteForm(PlainForm):
    """The suite, and in how many minutes the crew will be there."""

    suite = forms.TypedChoiceField(label="Suite", coerce=int, widget=forms.RadioSelect)
    minutes = forms.IntegerField(
        label="Minutes until you arrive",
        min_value=1,
        max_value=240,
        required=False,
        help_text="Leave empty for the drive from here",
    )

    def __init__(self, *args: Any, ranked: list[Ranked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = dict(Suite.objects.values_list("name", "pk"))
        suite: Any = self.fields["suite"]
        suite.choices = [(keys[one.suite.name], f"{one.suite.name}, {one.minutes} min") for one in ranked]
        suite.choice_hints = {str(keys[one.suite.name]): hint(one) for one in ranked}
        self.drives = {keys[one.suite.name]: max(one.suite.drive_minutes, 1) for one in ranked}
        self.initial = {"suite": keys[ranked[0].suite.name] if ranked else None}

    def eta(self, at: datetime) -> datetime:
        """When the crew will be there: as they say, or by the drive."""
        said = self.cleaned_data["minutes"]
        return at + timedelta(minutes=said or self.drives[self.cleaned_data["suite"]])


def hint(one: Ranked) -> str:
    """Why a suite stands where it stands, or why it cannot take anyone."""
    said = " ".join(one.because)
    return said if one.verdict.allowed else f"{one.verdict.words} {said}"


@page("custody.ask_slot")
def choose_suite(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest. The station without cells is named, with what going there would start."""
    made, turned = arrest_of(request, pk, page="journeys:choose_suite")
    if turned:
        return turned
    at, home = clock.now(), home_station()
    ranked = suites_for(made, at=at)
    station = None
    if not home.designated:
        station = may_take_to(designated=False, hours_likely=24, law=law_of("custody"), at=at)
    form = SuiteForm(posted(request), ranked=ranked)
    return form_page(
        request,
        form=form,
        act=lambda given: ask_slot(
            arrest=pk,
            suite=given["suite"],
            eta=form.eta(at),
            **signed(request),
        ),
        then=reverse("journeys:set_out", args=[pk]),
        template="journeys/choose_suite.html",
        context={"made": made, "home": home, "station": station, "asked": live_slot(pk, at=at)},
    )
