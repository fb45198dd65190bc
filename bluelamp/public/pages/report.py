"""Anyone writes to the police: what happened, where, and how to answer them safely. It waits like a call (C1)."""

from typing import Any

from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bluelamp import clock
from bluelamp.access.acting import PUBLIC
from bluelamp.access.form_page import form_page, posted
from bluelamp.access.guard import open_to_all
from bluelamp.calls.actions.contacts import write_in
from bluelamp.calls.rules.channels import Channel
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.public.pages.front import NEUTRAL
from bluelamp.public.rules.written_report import WAYS, Written, as_words
from bluelamp.verdict import Refused, refused

LONGEST = 10_000


class WrittenForm(PlainForm):
    """As little as it takes; only what happened must be said."""

    what = forms.CharField(
        label="What happened? Use your own words.",
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Say what happened, in your own words."},
    )
    place = forms.CharField(label="Where?", required=False, max_length=200, help_text="An address, a postcode, a shop.")
    when = forms.CharField(label="When?", required=False, max_length=120, help_text="Such as: last night about ten.")
    name = forms.CharField(
        label="Your name", required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label="Phone number",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    email = forms.EmailField(
        label="Email address",
        required=False,
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": "Enter an email address such as name@example.org"},
    )
    safe = forms.MultipleChoiceField(
        label="How can we reach you so that nobody sees or hears it who should not?",
        choices=list(WAYS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick only what is safe. Tick nothing, and we do not ring or write to you.",
    )

    def clean_what(self) -> str:
        """Word for word, but for nothing at all."""
        said = str(self.cleaned_data["what"])
        if not said.strip():
            raise forms.ValidationError("Say what happened, in your own words.")
        return said

    def clean(self) -> dict[str, Any]:
        """A way that is ticked needs its number or address."""
        given = super().clean() or self.cleaned_data
        for way in given.get("safe", ()):
            needs = "email" if way == "email" else "phone"
            if not given.get(needs) and needs not in self.errors:
                self.add_error(needs, f"Enter it, or take the tick from {WAYS[way].lower()}.")
        return given


@open_to_all
@never_cache
def report(request: HttpRequest) -> HttpResponse:
    """Nothing typed is lost where something is wrong; sent twice it is one report."""
    return form_page(
        request,
        form=WrittenForm(posted(request)),
        act=lambda given: _write(request, given),
        then=reverse("public:report_received"),
        template="public/report.html",
        context={"neutral": NEUTRAL},
    )


def _write(request: HttpRequest, given: dict[str, Any]) -> str:
    if not ratelimit.consume(request, action="written_report"):
        raise Refused(
            refused("Many reports came from where you are just now. Ring 101, or 999 in danger.", "Contact C1")
        )
    told: dict[str, Any] = {"by": PUBLIC, "at": clock.now(), "key": request_key(request)}
    words = as_words(Written(**{**given, "safe": tuple(given["safe"])}))
    return write_in(channel=Channel.ONLINE.value, written=words, caller_number=given["phone"], **told)


@open_to_all
@never_cache
@require_safe
def report_received(request: HttpRequest) -> HttpResponse:
    """Says nothing of what was written: the page may be left open on a shared screen."""
    return render(request, "public/report_received.html", {"neutral": NEUTRAL})
