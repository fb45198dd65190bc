"""Serving a notice on its subject, in person."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.protecting import serve_notice
from bluelamp.safeguarding.records import record_step, the_notice


class ServeForm(PlainForm):
    """Where it was given to them."""

    how = forms.CharField(label="Where it was given to them, in person", widget=forms.Textarea(attrs={"rows": 2}))


@page("safeguarding.protect", "safeguarding.assess")
def serve(request: HttpRequest, pk: int) -> HttpResponse:
    """The 48 hours to the court run from now, Sundays and holidays left out, Saturdays counted."""
    return record_step(
        request,
        the_notice(request, pk),
        "protection",
        form=ServeForm(posted(request)),
        act=lambda given: serve_notice(notice=pk, **given, **signed(request)),
        heading="Served",
        lead="The court hears it within 48 hours from now. The conditions are shown on the person and the address.",
        submit="It was served",
    )
