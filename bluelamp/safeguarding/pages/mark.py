"""A warning on an address or a phone number, for whoever answers the next call or goes there."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.months import end_of_day
from bluelamp.design.forms import Day, PlainForm, Segments
from bluelamp.safeguarding.actions.marking import mark as mark_it
from bluelamp.safeguarding.models import Marker
from bluelamp.safeguarding.sight import step, the_domestic

USUALLY = timedelta(days=28)


class MarkForm(PlainForm):
    """What is marked, what to know, and until when."""

    renamed: ClassVar = {"number": "what", "address": "what", "expires_at": "until"}
    on = Segments(label="Mark", choices=Marker.On.choices)
    what = forms.CharField(
        label="The address or the number", max_length=200,
        help_text="Never a new address that is kept from the other person",
    )  # fmt: skip
    words = forms.CharField(
        label="What to know before grading or going", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Shown to call handlers and crews. Not the story: what to do, and what to mind",
    )  # fmt: skip
    until = Day(label="Until the end of")


@page("safeguarding.assess")
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """It is seen at once where a call comes from that number, or the address is said."""
    found = the_domestic(request, pk)

    def act(given: dict[str, Any]) -> str:
        until = end_of_day(given.pop("until"))
        return mark_it(domestic=pk, expires_at=until, **given, **signed(request))

    initial = {"on": Marker.On.NUMBER, "until": local_day(clock.now()) + USUALLY}
    return step(
        request,
        found,
        form=MarkForm(posted(request), initial=initial),
        act=act,
        heading="Mark a number or an address",
        lead="Your name and the last day stand with it.",
        submit="Put the warning there",
    )
