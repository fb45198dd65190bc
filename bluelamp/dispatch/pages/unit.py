"""One unit: put a crew in it from those on duty, say what it does without a job, stand it down."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import next_local
from bluelamp.design.forms import PlainForm, Segments, TimeOfDay
from bluelamp.dispatch.actions.units import crew_unit, set_status, stand_down
from bluelamp.dispatch.crewing import Crewed, free_to_crew, named, units_and_crews
from bluelamp.dispatch.models import Unit
from bluelamp.dispatch.rules.unit_status import Status, next_states
from bluelamp.duty.models import Tour

SAID = {
    Status.FREE: "Free",
    Status.NOT_AVAILABLE: "Not available",
    Status.ON_CALL: "On call",
    Status.OFF_DUTY: "Stand down",
}


class CrewForm(PlainForm):
    """Who goes out in it."""

    officers = forms.MultipleChoiceField(
        label="Who is in it",
        widget=forms.CheckboxSelectMultiple,
        help_text="Those booked on who are in no unit. Nobody under training goes out alone.",
    )
    until = TimeOfDay(
        label="Until", required=False, help_text="Left empty: until the first of them goes off. Earlier: tomorrow."
    )

    def __init__(self, *args: Any, officers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officers"].choices = officers  # type: ignore[attr-defined]


class DoingForm(PlainForm):
    """What it does while it has no job."""

    status = Segments(label="What is it doing?")
    words = forms.CharField(label="Why", required=False, max_length=120, help_text="Such as: meal, at the garage.")

    def __init__(self, *args: Any, before: Status, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [one for one in next_states(before=before, has_job=False) if one in SAID]
        self.fields["status"].choices = [(one.value, SAID[one]) for one in states]  # type: ignore[attr-defined]


@page("duty.crew")
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit that nobody is in is crewed; one with a crew and no job says what it does; one at work is only shown."""
    at, found = clock.now(), get_object_or_404(Unit, pk=pk)
    row = next(one for one in units_and_crews(at) if one.unit.pk == pk)
    empty = not row.crew and not row.job
    free = free_to_crew(at) if empty else []
    form: PlainForm
    if empty:
        form = CrewForm(posted(request), officers=named(free, at))
    else:
        form = DoingForm(posted(request), before=Status(found.status))
    return form_page(
        request,
        form=form,
        act=lambda given: _act(request, row, free, given),
        then=reverse("dispatch:units"),
        template="dispatch/unit.html",
        context={
            "row": row,
            "empty": empty,
            "free": free,
            "may_run": acting(request).may("duty.run_day"),
        },
    )


def _act(request: HttpRequest, row: Crewed, free: list[Tour], given: dict[str, Any]) -> str:
    told = {"unit": row.unit.pk, **signed(request)}
    if "officers" in given:
        chosen = [one for one in free if str(one.officer_id) in given["officers"]]
        said = given["until"]
        until = next_local(said, after=told["at"]) if said else min(one.during.upper for one in chosen)
        return crew_unit(officers=[one.officer_id for one in chosen], until=until, **told)
    if given["status"] == Status.OFF_DUTY:
        return stand_down(**told)
    return set_status(status=given["status"], words=given["words"], **told)
