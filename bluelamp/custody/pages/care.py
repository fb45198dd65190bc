"""Meals, drinks, exercise and the like: what was offered, and whether it was taken."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.caring import give_care
from bluelamp.custody.care import meals_owed, newest_entries
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import CareEntry
from bluelamp.design.forms import Instant, PlainForm, Segments

SHOWN = 12


class CareForm(PlainForm):
    """One offer. Declined was offered all the same."""

    renamed = {"reason": "reason_late", "occurred_at": "given_at"}

    kind = forms.ChoiceField(label="What was offered", choices=CareEntry.Kind.choices, widget=forms.RadioSelect)
    answer = Segments(label="Taken?", choices=[("taken", "Taken"), ("declined", "Declined")])
    words = forms.CharField(label="Anything to add", required=False, max_length=300)
    given_at = Instant(label="When, if not now", required=False)
    reason_late = forms.CharField(label="Why it is written late", required=False, max_length=300)


@page("custody.care")
def care(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, what is still owed of meals, and what was offered before."""
    return record_form(
        request,
        pk,
        form=lambda _found: CareForm(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/care.html",
        context=lambda found: {
            "meals": meals_owed(found, clock.now()),
            "entries": newest_entries(found)[:SHOWN],
        },
    )


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    declined = given.pop("answer") == "declined"
    return give_care(detention=pk, declined=declined, **given, **signed(request))
