"""Taken first to a station without cells: warned of, and where it is done the right clocks start (P4)."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.first_station import reach_station
from bluelamp.custody.rules.arrest import may_take_to
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.journeys.arrested import arrest_of
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Station


class StationForm(PlainForm):
    """Which station, since when, and why not straight to a suite."""

    renamed = {"reason": "reason_late", "occurred_at": "reached_at"}

    station = forms.TypedChoiceField(label="Station", coerce=int, widget=forms.RadioSelect)
    reached_at = Instant(label="There since", help_text="A time earlier than now needs a reason")
    why = forms.CharField(
        label="Why not straight to a suite",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What had to be investigated here at once. PACE s.30(10)",
    )
    reason_late = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        station: Any = self.fields["station"]
        station.choices = list(Station.objects.filter(designated=False, in_borough=True).values_list("pk", "name"))
        if len(station.choices) == 1:
            self.initial["station"] = station.choices[0][0]


@page("custody.arrest")
def station_first(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest."""
    made, turned = arrest_of(request, pk, page="journeys:station_first")
    if turned:
        return turned
    at = clock.now()
    return form_page(
        request,
        form=StationForm(posted(request), initial={"reached_at": at}),
        act=lambda given: reach_station(arrest=pk, **given, **signed(request)),
        then=reverse("journeys:choose_suite", args=[pk]),
        template="journeys/station_first.html",
        context={"made": made, "warned": may_take_to(designated=False, hours_likely=24, law=law_of("custody"), at=at)},
    )
