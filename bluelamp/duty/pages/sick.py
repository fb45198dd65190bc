"""A sick call: who, from when to when; what it breaks stands on the next page."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day
from bluelamp.duty.actions.running_the_day import take_sick_call
from bluelamp.duty.pages.by_collar import ByCollar


class SickForm(ByCollar):
    """Nothing of what ails them is asked or kept."""

    first = Day(label="First day away")
    last = Day(label="Last day away")


@page("duty.run_day")
def sick(request: HttpRequest) -> HttpResponse:
    """Where it leaves a gap, the first gap's page is next; else the day's."""
    today = local_day(clock.now())
    return form_page(
        request,
        form=SickForm(posted(request), initial={"first": today, "last": today + timedelta(days=2)}),
        act=lambda given: take_sick_call(
            officer=given["collar"], first=given["first"], last=given["last"], **signed(request)
        ),
        then=_next,
        template="duty/sick.html",
    )


def _next(gaps: list[str]) -> str:
    if gaps:
        return reverse("duty:gap", args=[gaps[0].partition(":")[2]])
    return reverse("duty:day")
