"""Delaying a right on the rank and grounds the law names, and ending the delay (PACE s.56, s.58)."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.delaying_rights import WORDS, end_delay
from bluelamp.custody.actions.delaying_rights import delay_right as put_off
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.owed.calling import delay_by
from bluelamp.custody.rules.rights import Right
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.places.law_in_force import law_of

RIGHTS = [(Right.SOMEONE_INFORMED.value, "Someone told"), (Right.LEGAL_ADVICE.value, "Legal advice")]


class DelayForm(PlainForm):
    """Which right, on which listed grounds, in words."""

    what = Segments(label="What you decide", choices=[("delay", "Delay"), ("end", "End a delay")])
    right = Segments(
        label="Which right", choices=RIGHTS, help_text="Someone told: an inspector. Advice: a superintendent."
    )
    grounds = forms.MultipleChoiceField(
        label="Grounds", choices=list, required=False, widget=forms.CheckboxSelectMultiple, help_text="Code C Annex B"
    )
    words = forms.CharField(
        label="In your words", widget=forms.Textarea(attrs={"rows": 3}), help_text="Told to the person and recorded"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = law_of("custody")["rights.delay_grounds"].items
        field: Any = self.fields["grounds"]
        field.choices = [(str(one), str(one).replace("_", " ").capitalize()) for one in listed]


@page("custody.review", "custody.extend", "custody.authorise")
def delay_right(request: HttpRequest, pk: int) -> HttpResponse:
    """The furthest it may go stands beside the form."""
    return record_form(
        request,
        pk,
        form=lambda _: DelayForm(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/delay_right.html",
        context=_context,
        authority=True,
    )


def _context(found: Detention) -> dict[str, object]:
    delayed = [(WORDS[Right(one.right)], one) for one in found.rights_delayed.filter(ended_at=None)]
    return {"delayed": delayed, "furthest": delay_by(found, clock.now())}


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if given["what"] == "end":
        return end_delay(detention=pk, right=given["right"], why=given["words"], **signed(request))
    return put_off(
        detention=pk, right=given["right"], grounds=given["grounds"], words=given["words"], **signed(request)
    )
