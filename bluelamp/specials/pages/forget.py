"""Erasing what is personal in an application that ended."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.applying import forget as forget_applicant
from bluelamp.specials.record_form import record_form


class ForgetForm(PlainForm):
    """On which ground."""

    reason = forms.CharField(
        label="On what ground", max_length=500, initial="The time for keeping an application that ended has passed"
    )


@page("ledger.erase")
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Cannot be undone; that an application was made, when and how it ended stays."""
    return record_form(
        request,
        pk,
        form=lambda _found: ForgetForm(posted(request)),
        act=lambda given: forget_applicant(special=pk, **given, **signed(request)),
        template="forget",
        authority=True,
    )
