"""Grading an incident, or changing its grade. The rule proposes; a person decides."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.calls.actions.grading import change_grade, triage
from bluelamp.calls.grades import Assessment
from bluelamp.calls.models import Incident
from bluelamp.calls.pages.incident_page import back_to, the_incident
from bluelamp.calls.pages.thrive_fields import GRADES, SIGNS, ThriveForm
from bluelamp.calls.rules.channels import Channel
from bluelamp.calls.rules.grading import Sign, Stated
from bluelamp.calls.rules.thrive import complete, missing
from bluelamp.design.forms import Segments, request_key
from bluelamp.verdict import Refused, insist


class GradeForm(ThriveForm):
    """The grade, why, and the assessment behind it."""

    grade = Segments(label="Grade", choices=GRADES)
    reason = forms.CharField(label="Reason", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    field_order = ["grade", "reason"]


class FirstGradeForm(GradeForm):
    """As GradeForm, with what was stated, for the proposal."""

    signs = forms.MultipleChoiceField(
        label="Stated or heard", choices=SIGNS, required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["signs", "grade", "reason"]


@page("calls.triage", "calls.downgrade")
def grade(request: HttpRequest, incident: int) -> HttpResponse:
    """A lower grade needs a supervisor, a reason and THRIVE again (C14)."""
    found = the_incident(request, incident)
    kind = GradeForm if found.grade else FirstGradeForm
    form = kind(request.POST or None, initial={"grade": found.grade})
    if request.method == "POST" and form.is_valid():
        try:
            _decide(request, found, form)
            return back_to(found)
        except Refused as refusal:
            form.refuse(refusal)
    heading = "Change the grade" if found.grade else "Grade it"
    facts = {"form": form, "incident": found, "heading": heading, "submit": heading}
    return render(request, "calls/incident_form.html", facts, status=422 if form.errors else 200)


def _decide(request: HttpRequest, found: Incident, form: GradeForm) -> None:
    given, thrive = form.cleaned_data, form.rationale()
    by, at, key = acting(request), clock.now(), request_key(request)
    written = len(missing(thrive)) < 6
    if written or not found.grade:
        insist(complete(thrive))
    if found.grade:
        change_grade(
            by=by,
            at=at,
            incident=found.pk,
            grade=given["grade"],
            reason=given["reason"],
            thrive=thrive if written else None,
            key=key,
        )
        return
    stated = Stated(signs=frozenset(Sign(sign) for sign in given["signs"]), channel=Channel(found.channel))
    assessed = Assessment(stated=stated, thrive=thrive, grade=given["grade"], reason=given["reason"])
    triage(by=by, at=at, incident=found.pk, assessed=assessed, key=key)
