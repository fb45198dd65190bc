"""Sending a body its part of the pack: the fields it has agreed to get, and no others."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.queries import bodies_for
from bluelamp.partners.rules.fields import Purpose
from bluelamp.safeguarding.actions.meetings import share_case
from bluelamp.safeguarding.records import record_step, the_case


class PackForm(PlainForm):
    """Only bodies with an agreement are offered."""

    partner = forms.ChoiceField(label="Which body")
    asked = forms.CharField(label="What we ask of them", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = [(one.key, one.name) for one in bodies_for(Purpose.DOMESTIC_ABUSE, at=clock.now())]
        self.fields["partner"].choices = [("", "Choose"), *bodies]  # type: ignore[attr-defined]


@page("safeguarding.marac")
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """An answer is owed by the body from then on."""
    return record_step(
        request,
        the_case(request, pk),
        "case",
        form=PackForm(posted(request)),
        act=lambda given: share_case(case=pk, **given, **signed(request)),
        heading="Send a body its part",
        lead="It gets the fields of its agreement and no others; never an address, never the minutes.",
        submit="Send it",
    )
