"""Setting out for the suite that accepted: which unit takes the person."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.models import Arrest
from bluelamp.custody.queries import live_slot
from bluelamp.design.forms import PlainForm
from bluelamp.dispatch.models import Assignment
from bluelamp.journeys.actions.arrest import set_out_for_suite
from bluelamp.journeys.arrested import arrest_of


class SetOutForm(PlainForm):
    """The unit that drives."""

    unit = forms.TypedChoiceField(label="Unit", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, made: Arrest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        live = Assignment.objects.filter(incident=made.incident_id, clear_at=None).select_related("unit")
        unit: Any = self.fields["unit"]
        unit.choices = [(one.unit_id, f"{one.unit.call_sign}, {one.unit.get_status_display()}") for one in live]


@page("custody.ask_slot")
def set_out(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest; refused until a suite has accepted. The page asks again by itself for the answer."""
    made, turned = arrest_of(request, pk, page="journeys:set_out")
    if turned:
        return turned
    form = SetOutForm(posted(request), made=made)
    onward = reverse("desks:incident", args=[made.incident_id]) if made.incident_id else reverse("desks:my_day")
    return form_page(
        request,
        form=form,
        act=lambda given: set_out_for_suite(arrest=pk, unit=given["unit"], **signed(request)),
        then=onward,
        template="journeys/set_out.html",
        context={"made": made, "asked": live_slot(pk, at=clock.now())},
    )
