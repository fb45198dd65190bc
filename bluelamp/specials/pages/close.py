"""Closing a record: why it ends."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.applying import end_record
from bluelamp.specials.models import Special
from bluelamp.specials.record_form import record_form


class CloseForm(PlainForm):
    """Why it ends."""

    ending = forms.ChoiceField(label="Why it ends", choices=Special.Ending.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="In words", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed where the force ends it, in words they may read",
    )  # fmt: skip


@page("specials.coordinate")
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """What is personal in an application that never came to an account is owed to be erased from then on."""
    return record_form(
        request,
        pk,
        form=lambda _found: CloseForm(posted(request)),
        act=lambda given: end_record(special=pk, **given, **signed(request)),
        template="close",
    )
