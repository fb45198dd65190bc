"""Signing an agreement with a partner body."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Day, PlainForm
from bluelamp.partners.actions.agreeing import sign_agreement
from bluelamp.partners.reading import body_to_read
from bluelamp.partners.rules.fields import FIELDS, Purpose


class AgreeForm(PlainForm):
    """Number, purpose, law, fields, days, and who signed for them."""

    reference = forms.CharField(label="Agreement number", max_length=40)
    purpose = forms.ChoiceField(label="What is it for?", choices=[(one.value, one.words) for one in Purpose])
    gateway = forms.CharField(
        label="Which law allows it?",
        max_length=200,
        help_text="Such as Crime and Disorder Act 1998 s.115, or Children Act 2004 s.11",
    )
    fields_agreed = forms.MultipleChoiceField(
        label="Which fields may leave?",
        choices=[(key, words) for key, words in FIELDS.items() if key != "role"],
        widget=forms.CheckboxSelectMultiple,
        help_text="The fewest that will do. Nothing else leaves under it; with a name goes its part in the case",
    )
    begins = Day(label="First day")
    ends = Day(label="Last day")
    for_them = forms.CharField(label="Who signed for them?", max_length=120, help_text="Name and post")
    renamed = {"fields": "fields_agreed"}


@page("partners.agree")
def agree(request: HttpRequest, key: str) -> HttpResponse:
    """You sign for the command, under your own name."""
    found, back = body_to_read(key), reverse("partners:partner", args=[key])
    return form_page(
        request,
        form=AgreeForm(posted(request)),
        act=lambda given: sign_agreement(partner=key, fields=given.pop("fields_agreed"), **given, **signed(request)),
        then=back,
        template="partners/agree.html",
        context={"partner": found, "back": back},
        authority=True,
    )
