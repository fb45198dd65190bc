"""Joining a record to the account that an administrator enrolled."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.signing import link_account
from bluelamp.specials.queries import accounts_free
from bluelamp.specials.record_form import record_form


class AccountForm(PlainForm):
    """Which account."""

    officer = forms.TypedChoiceField(label="Account", coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.pk, f"{one} ({one.user_name})") for one in accounts_free()]
        self.fields["officer"].choices = [("", "Choose"), *found]  # type: ignore[attr-defined]


@page("specials.coordinate")
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Once joined it stays: one record, one account."""
    return record_form(
        request,
        pk,
        form=lambda _found: AccountForm(posted(request)),
        act=lambda given: link_account(special=pk, **given, **signed(request)),
        template="account",
        more=lambda _found: {"nobody": not accounts_free()},
    )
