"""One voluntary attendance: what was told, who is there, interviews, leaving; an arrest where leaving would not do."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.custody.actions.attending_freely import Told, end_attendance, tell_attendee
from bluelamp.custody.models import VoluntaryAttendance
from bluelamp.custody.rules.voluntary import may_keep
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.desks.happened import happened
from bluelamp.journeys.actions.interview import interview_attendee_and_tell

NAME = "desks:attendance"
ADVICE = [("wanted", "Wanted"), ("declined", "Declined for now")]
YES_NO = [("yes", "Yes"), ("no", "No")]


class TellForm(PlainForm):
    """What is said this time; what is left empty stays as it was."""

    free_to_leave = forms.BooleanField(
        label="Told that they are free to leave at any time", required=False, help_text="Code C 3.21"
    )
    rights = forms.BooleanField(
        label="Told of free legal advice, and given the notice", required=False, help_text="Code C 3.21A"
    )
    advice = Segments(
        label="Legal advice", required=False, choices=[("wanted", "Wanted"), ("declined", "Declined for now")]
    )
    vulnerable = Segments(label="Vulnerable?", required=False, choices=YES_NO)
    adult = forms.CharField(label="Appropriate adult who is here now", required=False, max_length=120)
    words = forms.CharField(label="Their words", required=False, max_length=300)


class InterviewForm(PlainForm):
    """When, and where the recording is."""

    interview_began_at = Instant(label="Began")
    interview_ended_at = Instant(label="Ended")
    recorded_on = forms.CharField(label="Recorded on", max_length=120)


class LeaveForm(PlainForm):
    """They leave."""

    parting = forms.CharField(label="Anything to add", required=False, max_length=300)


FORMS: dict[str, type[PlainForm]] = {"tell": TellForm, "interview": InterviewForm, "leave": LeaveForm}


@page("custody.arrest")
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the attendance. No clock runs here, and nothing on this page keeps anybody."""
    rows = VoluntaryAttendance.objects.select_related("person", "incident", "officer", "station", "arrest")
    made = rows.filter(pk=pk).first()
    if made is None:
        raise Http404
    turned = turned_to_owner(request, made.ref, made.person.ref, page=NAME)
    if turned:
        return turned
    done = request.POST.get("do", "tell")
    drawn = {name: form(posted(request) if name == done else None) for name, form in FORMS.items()}
    return form_page(
        request,
        form=drawn.get(done, drawn["tell"]),
        act=lambda given: _act(request, pk, given),
        then=reverse(NAME, args=[pk]),
        template="desks/attendance.html",
        context={
            "made": made,
            "forms": drawn,
            "interviews": list(made.interviews.order_by("began_at")),
            "kept": may_keep(would_be_prevented=True),
            "entries": happened([made.ref], reader=acting(request).ref),
        },
    )


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "parting" in given:
        return end_attendance(attendance=pk, words=given["parting"], **signed(request))
    if "recorded_on" in given:
        return interview_attendee_and_tell(
            attendance=pk,
            began_at=given["interview_began_at"],
            ended_at=given["interview_ended_at"],
            recorded_on=given["recorded_on"],
            **signed(request),
        )
    vulnerable = {"yes": True, "no": False}.get(given["vulnerable"])
    return tell_attendee(attendance=pk, told=Told(**{**given, "vulnerable": vulnerable}), **signed(request))
