"""Setting out for the suite that accepted: which unit takes the person, and the escort record that goes along."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.escort_fields import escort_fields, escorting_of
from bluelamp.custody.going_there import person_arrested
from bluelamp.custody.models import Arrest
from bluelamp.custody.queries import last_diverted, live_slot
from bluelamp.design.forms import PlainForm
from bluelamp.dispatch.models import Assignment
from bluelamp.journeys.actions.arrest import set_out_for_suite
from bluelamp.journeys.arrested import arrest_of


class SetOutForm(PlainForm):
    """The unit that drives, and what the escort record asks."""

    unit = forms.TypedChoiceField(label="Unit", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, made: Arrest, **kwargs: Any) -> None:
        child = person_arrested(made).child
        super().__init__(*args, more=escort_fields(child=child), initial={"crew": str(made.officer)}, **kwargs)
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
        act=lambda given: set_out_for_suite(
            arrest=pk, unit=given["unit"], escorting=escorting_of(given), **signed(request)
        ),
        then=onward,
        template="journeys/set_out.html",
        context={"made": made, "asked": live_slot(pk, at=clock.now()), "diverted": last_diverted(pk)},
    )
