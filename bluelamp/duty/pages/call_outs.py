"""Calling out who is on call: who it is in each unit now, and the call."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.duty.actions.calling_out import call_out
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import CallOut, PlannedDuty, Roster

SHOWN = 20


class CallOutForm(PlainForm):
    """Which unit, and for what."""

    unit = forms.ChoiceField(label="Unit", widget=forms.RadioSelect)
    why = forms.CharField(label="What they are needed for", widget=forms.Textarea(attrs={"rows": 2}), max_length=300)


@page("duty.run_day")
def call_outs(request: HttpRequest) -> HttpResponse:
    """The officer on call of the unit is called first, then whoever else is on call."""
    cover, at = cover_in_force(), clock.now()
    rows = PlannedDuty.objects.filter(
        roster__state=Roster.State.PUBLISHED, kind=PlannedDuty.Kind.ON_CALL, during__contains=at
    ).select_related("officer")
    now = {one.unit: str(one.officer) for one in rows}
    form = CallOutForm(posted(request))
    units = [(key, unit.name) for key, unit in cover.units.items() if unit.needs]
    form.fields["unit"].choices = units  # type: ignore[attr-defined]
    hints = {key: f"On call: {now[key]}" if key in now else "Nobody is on call now" for key, _ in units}
    form.fields["unit"].choice_hints = hints  # type: ignore[attr-defined]
    return form_page(
        request,
        form=form,
        act=lambda given: call_out(unit=given["unit"], why=given["why"], **signed(request)),
        then=lambda ref: reverse("duty:call_out", args=[ref.partition(":")[2]]),
        template="duty/call_outs.html",
        context={"recent": CallOut.objects.select_related("officer").order_by("-called_at")[:SHOWN]},
    )
