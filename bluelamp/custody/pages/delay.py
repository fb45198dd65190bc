"""Delaying a right, and ending a delay."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.delaying import delay_right, end_delay
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Delay, Detention
from bluelamp.custody.owed.called import delay_by
from bluelamp.design.forms import PlainForm, Segments

RIGHTS = [("someone_informed", "Telling someone"), ("legal_advice", "Legal advice")]
GROUNDS = [
    ("interference_with_evidence", "Interference with evidence, or harm to it"),
    ("harm_to_others", "Physical injury to others"),
    ("alerting_suspects", "Alerting others suspected and not yet arrested"),
    ("hindering_recovery_of_property", "Hindering the recovery of property"),
    ("hindering_recovery_of_benefit", "Hindering the recovery of the benefit of crime"),
]


class DelayForm(PlainForm):
    """Which right, begin or end, the grounds of Annex B and the reasons."""

    what = Segments(label="What do you decide?", choices=[("delay", "Delay it"), ("end", "End the delay")])
    right = forms.ChoiceField(label="Which right?", choices=RIGHTS, widget=forms.RadioSelect)
    grounds = forms.MultipleChoiceField(
        label="Grounds to believe it would lead to",
        choices=GROUNDS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Code C Annex B. Not needed to end a delay",
    )
    words = forms.CharField(label="Reasons; at the end, what the person was told", widget=forms.Textarea)


@page("custody.review", "custody.authorise")
def delay(request: HttpRequest, pk: int) -> HttpResponse:
    """An inspector for telling someone, a superintendent for legal advice."""
    return record_form(
        request,
        pk,
        form=lambda _: DelayForm(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/delay.html",
        context=_context,
        authority=True,
    )


def _context(found: Detention) -> dict[str, object]:
    names = dict(RIGHTS)
    delays = [(names[one.right], one) for one in Delay.objects.filter(detention=found).order_by("at")]
    return {"delays": delays, "until": delay_by(found)}


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if given.pop("what") == "delay":
        return delay_right(detention=pk, **given, **signed(request))
    return end_delay(detention=pk, right=given["right"], words=given["words"], **signed(request))
