"""A share taken back, as one sent by mistake."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.actions import sharing
from bluelamp.partners.share_form import share_form


class TakeBackForm(PlainForm):
    """One answer, in words."""

    words = forms.CharField(label="Why is it taken back?", max_length=1500, widget=forms.Textarea(attrs={"rows": 3}))


@page("partners.share")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """It stays written that it was shared."""
    return share_form(
        request,
        pk,
        form=lambda _: TakeBackForm(posted(request)),
        act=lambda given: sharing.take_back(share=pk, **given, **signed(request)),
        template="take_back",
    )
