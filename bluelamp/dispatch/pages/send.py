"""Sending a unit: the first choice at once, another with its reason, which is kept."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.calls.models import Incident
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.dispatch.actions.assigning import assign
from bluelamp.dispatch.offers import Advised, advised, whom_to_send
from bluelamp.dispatch.rules.another_choice import may_choose
from bluelamp.verdict import Refused, insist


class SendForm(PlainForm):
    """Why this unit and not the first one advised."""

    choice = forms.CharField(widget=forms.HiddenInput)
    why = forms.CharField(
        label="Why this unit?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept in the log of the incident.",
    )


@page("dispatch.assign")
def send(request: HttpRequest, incident: int) -> HttpResponse:
    """POST sends the unit that `choice` names; GET asks for the reason, or shows the whole advice.

    A choice is signed and was shown only to somebody who may see the incident: sending it asks no more.
    """
    if request.method != "POST":
        return _asked(request, the_incident(request, incident))
    form = SendForm(request.POST)
    chosen = advised(request.POST.get("choice", ""))
    if chosen is None or chosen.incident != incident or not form.is_valid():
        return _asked(request, the_incident(request, incident))
    try:
        _sent(request, chosen, form.cleaned_data["why"])
    except Refused as refusal:
        form.refuse(refusal)
        return _drawn(request, the_incident(request, incident), form, chosen, 422)
    response = HttpResponseRedirect(f"{reverse('desks:board')}?incident={incident}")
    response.status_code = 303
    return response


def _sent(request: HttpRequest, chosen: Advised, why: str) -> None:
    insist(may_choose(rank=chosen.rank, first=chosen.first, why=why))
    assign(
        by=acting(request),
        at=clock.now(),
        unit=chosen.unit,
        incident=chosen.incident,
        drive_seconds=chosen.seconds,
        advice_rank=chosen.rank,
        why=why,
        seen_on=chosen.seen_on,
        key=request_key(request),
    )


def _asked(request: HttpRequest, found: Incident) -> HttpResponse:
    chosen = advised(request.GET.get("choice", "") or request.POST.get("choice", ""))
    form = SendForm(initial={"choice": chosen.token}) if chosen else None
    return _drawn(request, found, form, chosen, 200)


def _drawn(
    request: HttpRequest, found: Incident, form: SendForm | None, chosen: Advised | None, status: int
) -> HttpResponse:
    choices = () if chosen else whom_to_send(found, at=clock.now())
    facts = {"incident": found, "form": form, "chosen": chosen, "choices": choices}
    return render(request, "dispatch/send.html", facts, status=status)
