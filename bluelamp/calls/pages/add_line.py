"""A line in the log of an incident, kept word for word."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.calls.actions.incidents import add_line as write_line
from bluelamp.calls.pages.incident_page import back_to, the_incident
from bluelamp.design.forms import Instant, PlainForm, request_key
from bluelamp.verdict import Refused


class LineForm(PlainForm):
    """What happened, in words."""

    line = forms.CharField(label="What happened", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 5}))
    occurred_at = Instant(label="When, if not just now", required=False)
    reason = forms.CharField(label="Why it is written later", required=False)
    corrects = forms.IntegerField(required=False, widget=forms.HiddenInput)


@page("calls.log", "dispatch.status")
def add_line(request: HttpRequest, incident: int) -> HttpResponse:
    """Writes the line; `?corrects=` names the entry it puts right."""
    found = the_incident(request, incident)
    form = LineForm(
        request.POST if request.method == "POST" else None, initial={"corrects": request.GET.get("corrects")}
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            write_line(by=acting(request), at=clock.now(), incident=found.pk, key=request_key(request), **given)
            return back_to(found)
        except Refused as refusal:
            form.refuse(refusal)
    facts = {"form": form, "incident": found, "heading": "Add a line", "submit": "Write it"}
    return render(request, "calls/incident_form.html", facts, status=422 if form.errors else 200)
