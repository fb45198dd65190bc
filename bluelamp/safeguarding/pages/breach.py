"""A breach of a notice or order in force."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.safeguarding.actions.protecting import write_breach
from bluelamp.safeguarding.records import record_step, the_notice


class BreachForm(PlainForm):
    """What was done against which condition."""

    words = forms.CharField(label="What was done, against which condition", widget=forms.Textarea(attrs={"rows": 3}))
    arrested_at = Instant(label="Arrested for it at", required=False)


@page("safeguarding.protect", "safeguarding.assess")
def breach(request: HttpRequest, pk: int) -> HttpResponse:
    """Arrested for it, the court within 24 hours is owed."""
    return record_step(
        request,
        the_notice(request, pk),
        "protection",
        form=BreachForm(posted(request)),
        act=lambda given: write_breach(notice=pk, **given, **signed(request)),
        heading="Write a breach",
        submit="Save",
    )
