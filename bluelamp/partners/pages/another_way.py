"""What is done instead, because the partner declined."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.actions import sharing
from bluelamp.partners.share_form import share_form


class AnotherWayForm(PlainForm):
    """One answer, in words."""

    words = forms.CharField(
        label="What is done instead, and by whom?", max_length=1500, widget=forms.Textarea(attrs={"rows": 3})
    )


@page("partners.share")
def another_way(request: HttpRequest, pk: int) -> HttpResponse:
    """Only words keep this promise: who does what instead."""
    return share_form(
        request,
        pk,
        form=lambda _: AnotherWayForm(posted(request)),
        act=lambda given: sharing.find_another_way(share=pk, **given, **signed(request)),
        template="another_way",
    )
