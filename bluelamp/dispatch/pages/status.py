"""A unit's next step: has heard it, sets out, is at scene, is clear."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.dispatch.actions import assigning
from bluelamp.dispatch.queries import unit_at_work
from bluelamp.verdict import Refused

STEPS: dict[str, tuple[Callable[..., str], str]] = {
    "acknowledge": (assigning.acknowledge, "has heard it"),
    "en_route": (assigning.en_route, "sets out"),
    "at_scene": (assigning.at_scene, "is at scene"),
    "clear": (assigning.clear, "is clear"),
}


class StepForm(PlainForm):
    """Only a question; being clear may carry a result."""


class ClearForm(PlainForm):
    """What came of it."""

    result = forms.CharField(label="Result", required=False, widget=forms.Textarea(attrs={"rows": 2}))


@page("dispatch.status")
def status(request: HttpRequest, unit: int, step: str) -> HttpResponse:
    """Asks once, then takes the step and goes back to the incident."""
    found = unit_at_work(unit)
    if found is None or step not in STEPS:
        raise Http404
    take, words = STEPS[step]
    form = (ClearForm if step == "clear" else StepForm)(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        more: dict[str, Any] = {"result": form.cleaned_data["result"]} if step == "clear" else {}
        try:
            take(by=acting(request), at=clock.now(), unit=unit, key=request_key(request), **more)
            return HttpResponseRedirect(reverse("desks:incident", args=[found.incident_id]), status=303)
        except Refused as refusal:
            form.refuse(refusal)
    facts = {"form": form, "assignment": found, "words": words}
    return render(request, "dispatch/status.html", facts, status=422 if form.errors else 200)
