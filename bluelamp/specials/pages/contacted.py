"""Keeping that somebody spoke or wrote to an applicant."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.applying import contact_applicant
from bluelamp.specials.record_form import record_form


class ContactedForm(PlainForm):
    """What was said."""

    words = forms.CharField(label="What was said, in short", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


@page("specials.coordinate")
def contacted(request: HttpRequest, pk: int) -> HttpResponse:
    """The first time keeps the promise that an applicant hears from a person."""
    return record_form(
        request,
        pk,
        form=lambda _found: ContactedForm(posted(request)),
        act=lambda given: contact_applicant(special=pk, **given, **signed(request)),
        template="contacted",
    )
