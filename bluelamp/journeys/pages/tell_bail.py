"""The suspect, or their representative, told what was decided on bail."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.extending_bail import tell_bail_result
from bluelamp.custody.bail_desk import bail_form
from bluelamp.design.forms import PlainForm


class TellBailForm(PlainForm):
    """Who was told, and how."""

    words = forms.CharField(
        label="Who was told, how, and what they said",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="PACE s.47ZD(7)",
    )


@page("custody.review", "custody.extend", "custody.release", "cases.charge")
def tell_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the bail; the oldest decision not yet told."""
    return bail_form(
        request,
        pk,
        form=lambda _: TellBailForm(posted(request)),
        act=lambda given: tell_bail_result(bail=pk, **given, **signed(request)),
        template="journeys/tell_bail.html",
        authority=False,
    )
