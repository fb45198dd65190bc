"""Ending an agreement before its time."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.actions.agreeing import end_agreement as end
from bluelamp.partners.reading import agreement_to_read


class EndForm(PlainForm):
    """Why."""

    words = forms.CharField(label="Why does it end?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


@page("partners.agree")
def end_agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """What was shared under it stays shared."""
    found, back = agreement_to_read(pk), reverse("partners:agreement", args=[pk])
    return form_page(
        request,
        form=EndForm(posted(request)),
        act=lambda given: end(agreement=pk, **given, **signed(request)),
        then=back,
        template="partners/end_agreement.html",
        context={"agreement": found, "back": back},
        authority=True,
    )
