"""A complaint made in custody, in the person's words."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.overseeing import record_complaint
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import PlainForm


class ComplaintForm(PlainForm):
    """The words, and the inspector told."""

    words = forms.CharField(label="The complaint, in the person's words", widget=forms.Textarea(attrs={"rows": 4}))
    told = forms.CharField(label="Which inspector was told, and when", max_length=200, help_text="Code C 9.2")


@page("custody.call", "custody.transfer")
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody needs to agree with it to write it down."""
    return record_form(
        request,
        pk,
        form=lambda _: ComplaintForm(posted(request)),
        act=lambda given: record_complaint(detention=pk, **given, **signed(request)),
        template="custody/complaint.html",
    )
