"""A complaint made in custody."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.treating import complain
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import PlainForm


class ComplaintForm(PlainForm):
    """In the person's own words, and the inspector who was told."""

    words = forms.CharField(label="What they complain of", widget=forms.Textarea(attrs={"rows": 4}))
    told = forms.CharField(label="Inspector told, by name", max_length=200, help_text="Code C 9.2")


@page("custody.transfer", "custody.view")
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """A complaint made in custody."""
    return record_form(
        request,
        pk,
        form=lambda _: ComplaintForm(posted(request)),
        act=lambda given: complain(detention=pk, **given, **signed(request)),
        template="custody/complaint.html",
    )
