"""Arrival at a suite: the custody record opens and the detention clock starts."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.models import Arrest
from bluelamp.custody.queries import live_slot
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.journeys.actions.arrest import arrive_at_suite
from bluelamp.journeys.arrested import arrest_of
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, Verdict


class ArriveForm(PlainForm):
    """Where and when; the first station where they were at another before."""

    suite = forms.TypedChoiceField(label="Suite", coerce=int, widget=forms.RadioSelect)
    arrived_at = Instant(label="Arrived at the suite", help_text="A time earlier than now needs a reason")
    first_station_at = Instant(
        label="Arrived at another police station before",
        required=False,
        help_text="Leave empty if they came straight here. The 24 hours run from the first station. PACE s.41(2)",
    )
    delay = forms.CharField(
        label="Why the way here took long, if it did",
        required=False,
        max_length=300,
        help_text="Only where something had to be investigated elsewhere at once. PACE s.30(10), (11)",
    )
    reason = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)

    def __init__(self, *args: Any, made: Arrest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suite: Any = self.fields["suite"]
        suite.choices = list(Suite.objects.values_list("pk", "name"))
        if made.first_station_at:
            del self.fields["first_station_at"]

    def refuse(self, refusal: Refused | Verdict) -> None:
        """A time the ledger refuses is the time of arrival."""
        verdict = refusal.verdict if isinstance(refusal, Refused) else refusal
        field = "arrived_at" if verdict.field == "occurred_at" else verdict.field
        super().refuse(Verdict(allowed=False, reasons=verdict.reasons, field=field))


@page("custody.book_in")
def arrive(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest."""
    made, turned = arrest_of(request, pk, page="journeys:arrive")
    if turned:
        return turned
    asked = live_slot(pk, at=clock.now())
    initial = {"arrived_at": clock.now(), "suite": asked.suite_id if asked else None}

    def act(given: dict[str, Any]) -> str:
        return arrive_at_suite(
            arrest=pk,
            suite=given["suite"],
            arrived_at=given["arrived_at"],
            first_station_at=given.get("first_station_at"),
            delay_why=given["delay"],
            reason_late=given["reason"],
            **signed(request),
        )

    return form_page(
        request,
        form=ArriveForm(posted(request), made=made, initial=initial),
        act=act,
        then=lambda ref: reverse("journeys:book_in", args=[ref.partition(":")[2]]),
        template="journeys/arrive.html",
        context={"made": made, "asked": asked},
    )
