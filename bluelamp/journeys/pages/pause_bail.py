"""Days of bail that do not count: the file with the prosecutor, or the person in hospital as an in-patient (B6)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.pausing_bail import pause_bail as begin_pause
from bluelamp.custody.actions.pausing_bail import resume_bail
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.models import Bail
from bluelamp.design.forms import Day, PlainForm

WHAT = [
    ("prosecutor begins", "The file was sent to a prosecutor for a decision on charge, or sent again"),
    ("prosecutor ends", "The prosecutor asked for further information: the period runs again"),
    ("in_patient begins", "The person was admitted to hospital"),
    ("in_patient ends", "The person was discharged from hospital"),
]


class PauseBailForm(PlainForm):
    """What happened, and on which day."""

    what = forms.ChoiceField(label="What happened?", choices=WHAT, widget=forms.RadioSelect)
    on = Day(label="On which day")
    words = forms.CharField(label="Reference, or anything to add", required=False, max_length=300)


@page("custody.review", "custody.release", "cases.charge")
def pause_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the bail."""
    return bail_form(
        request,
        pk,
        form=lambda _: PauseBailForm(posted(request)),
        act=lambda given: _note(request, pk, given),
        template="journeys/pause_bail.html",
        context=_pauses,
        authority=False,
    )


def _pauses(found: Bail) -> Mapping[str, object]:
    return {"pauses": list(found.pauses.all())}


def _note(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    kind, _, which = given["what"].partition(" ")
    if which == "begins":
        return begin_pause(bail=pk, kind=kind, on=given["on"], words=given["words"], **signed(request))
    return resume_bail(bail=pk, kind=kind, on=given["on"], **signed(request))
