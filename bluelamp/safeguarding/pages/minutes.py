"""The minutes of one case."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.meetings import hear
from bluelamp.safeguarding.records import record_step, the_case


class MinutesForm(PlainForm):
    """Of this case alone."""

    minutes = forms.CharField(
        label="Minutes of this case", widget=forms.Textarea(attrs={"rows": 10}),
        help_text="They stay here: they are on no person's record, in no export and in no share",
    )  # fmt: skip


@page("safeguarding.marac")
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Refused for an urgent case about which nobody has spoken."""
    return record_step(
        request,
        the_case(request, pk),
        "case",
        form=MinutesForm(posted(request)),
        act=lambda given: hear(case=pk, **given, **signed(request)),
        heading="Minutes",
        submit="Keep the minutes",
    )
