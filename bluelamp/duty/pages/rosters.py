"""The rosters: what is published, what is being made, and a new draft."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm
from bluelamp.duty.actions.planning import LEAST, draft
from bluelamp.duty.models import Roster
from bluelamp.duty.rules.duties import DAY, WEEK

SHOWN = 40


class DraftForm(PlainForm):
    """The first Monday, and for how many weeks."""

    begins = Day(label="First day, a Monday")
    weeks = forms.IntegerField(label="Weeks", min_value=13, max_value=26, initial=16, help_text="13 to 26")


@page("duty.plan")
def rosters(request: HttpRequest) -> HttpResponse:
    """A draft begins where the published roster ends, unless the planner says otherwise."""
    rows = list(Roster.objects.exclude(state=Roster.State.DROPPED).order_by("-begins", "-pk")[:SHOWN])
    published = [one for one in rows if one.state == Roster.State.PUBLISHED]
    return form_page(
        request,
        form=DraftForm(posted(request), initial={"begins": _next(published), "weeks": 16}),
        act=lambda given: draft(
            begins=given["begins"], ends=given["begins"] + given["weeks"] * WEEK * DAY, **signed(request)
        ),
        then=lambda ref: reverse("duty:roster", args=[ref.partition(":")[2]]),
        template="duty/rosters.html",
        context={
            "published": published,
            "drafts": [one for one in rows if one.state == Roster.State.DRAFT],
            "least_weeks": LEAST.days // WEEK,
        },
    )


def _next(published: list[Roster]) -> Any:
    """The day after what is published, or the Monday after a month of notice."""
    if published:
        return max(one.ends for one in published)
    day = local_day(clock.now()) + 5 * WEEK * DAY
    return day + (-day.weekday() % WEEK) * DAY
