"""The public application: a few questions, no script, and what happens next. Anyone may apply."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import PUBLIC
from bluelamp.access.form_page import form_page, posted
from bluelamp.access.guard import acting, open_to_all
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.actions.applying import apply
from bluelamp.specials.models import AIMS


class JoinForm(PlainForm):
    """As little as it takes to answer."""

    name = forms.CharField(
        label="Your name", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )  # fmt: skip
    email = forms.EmailField(
        label="Email address",
        required=False,
        max_length=200,
        help_text="Or a phone number below: one of the two is enough",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": "Enter an email address such as name@example.org"},
    )
    phone = forms.CharField(
        label="Phone number",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    aim = forms.ChoiceField(
        label="What would you be here for?",
        choices=AIMS,
        widget=forms.RadioSelect,
        help_text="It changes nothing about your chances, and you may change it later",
    )
    why = forms.CharField(
        label="Why do you want to volunteer?",
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="A sentence or two. Leave out your health, and anything you would not say at a front desk",
    )
    grown = forms.BooleanField(label="I am 18 or over")
    right = forms.BooleanField(label="I have the right to live and work in the UK without restriction")


@open_to_all
def join(request: HttpRequest) -> HttpResponse:
    """Kept only with consent to be answered; nothing typed is lost when something is missing."""
    on = local_day(clock.now())
    law = law_of("specials")
    context = {
        "contacted": law.value("application.contacted_within", on=on).number,
        "decided": law.value("application.decided_within", on=on).number,
        "hours": law.value("hours.advisory", on=on).number,
        "forgotten": law.value("application.forgotten_after", on=on).number,
    }
    return form_page(
        request,
        form=JoinForm(posted(request)),
        act=lambda given: apply(
            by=acting(request) if acting(request).may("specials.coordinate") else PUBLIC,
            at=clock.now(),
            key=request_key(request),
            **{name: given[name] for name in ("name", "email", "phone", "aim", "why")},
        ),
        then=reverse("specials:received"),
        template="specials/join.html",
        context=context,
    )
