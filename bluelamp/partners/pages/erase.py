"""What was shared is erased: whoever held the link has nothing to open, and the ledger says that it was erased."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.actions import sharing
from bluelamp.partners.share_form import share_form


class EraseForm(PlainForm):
    """One ground, in words."""

    reason = forms.CharField(
        label="On what ground is it erased?", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


@page("ledger.erase")
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """To whom, when and which fields stays written."""
    return share_form(
        request,
        pk,
        form=lambda _: EraseForm(posted(request)),
        act=lambda given: sharing.erase_held(share=pk, **given, **signed(request)),
        template="erase",
    )
