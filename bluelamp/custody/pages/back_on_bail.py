"""Back on bail, answered or arrested for breach: a record opens and the clock goes on (PACE s.46A, s.47(6))."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.arriving import answer_bail
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.models import Bail
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.places.models import Suite


class BackForm(PlainForm):
    """How they come back, where and when."""

    renamed = {"reason": "reason_late", "occurred_at": "arrived_at"}

    how = Segments(
        label="How do they come back?", choices=[("answered", "Answered bail"), ("breach", "Arrested for breach")]
    )
    suite = forms.TypedChoiceField(label="Suite", coerce=int, widget=forms.RadioSelect)
    arrived_at = Instant(label="Arrived")
    words = forms.CharField(label="Anything to add", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    reason_late = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suite: Any = self.fields["suite"]
        suite.choices = [(one.pk, one.name) for one in Suite.objects.order_by("position")]


@page("custody.book_in")
def back_on_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the bail; afterwards the new custody record."""
    return bail_form(
        request,
        pk,
        form=lambda found: BackForm(posted(request), initial=_initial(found)),
        act=lambda given: _back(request, pk, given),
        template="custody/back_on_bail.html",
        then=lambda record: reverse("desks:detention", args=[str(record).partition(":")[2]]),
    )


def _initial(found: Bail) -> dict[str, Any]:
    return {"suite": found.suite_id, "arrived_at": clock.now()}


def _back(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    breach = given.pop("how") == "breach"
    return answer_bail(bail=pk, breach=breach, **given, **signed(request))
