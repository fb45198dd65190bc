"""Offering hours, by the hour."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.duty.queries import patrol_steps
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.actions.giving import offer_hours as offer
from bluelamp.specials.own_form import own_form
from bluelamp.specials.rules.deployment import what_may_be_done


class OfferHoursForm(PlainForm):
    """When, how long, and whether a main job ends shortly before."""

    starts = Instant(label="From")
    hours = forms.IntegerField(
        label="How many hours", min_value=1, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )
    employer = forms.BooleanField(
        label="My employer gives me this time", required=False, help_text="Who your employer is, is not asked"
    )
    job_ends = Instant(
        label="Your main job ends that day at",
        required=False,
        help_text="If you work before: to see whether you rest enough",
    )
    rested = forms.BooleanField(label="I am rested, though there is little time between", required=False)


@page("specials.mine")
def offer_hours(request: HttpRequest) -> HttpResponse:
    """Offered hours are a gift: they may be withdrawn, and nothing is counted against anybody."""
    law, on, number = law_of("specials"), local_day(clock.now()), acting(request).officer_id
    return own_form(
        request,
        form=OfferHoursForm(posted(request)),
        act=lambda given: offer(**given, **signed(request)),
        template="offer_hours",
        part="hours",
        context={
            "longest": law.value("hours.longest_offer", on=on),
            "rest": law.value("hours.rest_before", on=on),
            "means": what_may_be_done(patrol_steps([number]).get(number, "") if number else ""),
        },
    )
