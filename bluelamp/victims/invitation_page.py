"""A page on which an officer makes link and code for a victim: the link by a safe way, the code said apart."""

import base64
import hmac
from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp.access.form_page import posted, signed
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused
from bluelamp.victims.models import Victim
from bluelamp.victims.own_visits import new_secret, private
from bluelamp.victims.own_words import languages

TYPED_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"


class InviteForm(PlainForm):
    """How link and code reach them."""

    link_way = forms.ChoiceField(
        label="The link goes",
        choices=[(one.value, one.words.capitalize()) for one in (Way.TEXT, Way.EMAIL, Way.LETTER, Way.IN_PERSON)],
        widget=forms.RadioSelect,
        help_text="The message says nothing of us. By letter it takes days, and is typed by hand",
    )
    code_way = forms.ChoiceField(
        label="You say the code",
        choices=[(one.value, one.words.capitalize()) for one in (Way.PHONE, Way.IN_PERSON)],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label="Their language", choices=lambda: list(languages().items()))
    apart = forms.BooleanField(label="They can speak, and nobody else hears the code", required=False)


def invitation_page(
    request: HttpRequest, victim: Victim, *, act: Callable[..., object], template: str, **context: Any
) -> HttpResponse:
    """Sent again, the same form shows the same link and code: they are worked out from its key, and kept nowhere."""
    form = InviteForm(posted(request))
    context |= {"victim": victim, "back": reverse("desks:victim", args=[victim.pk]), "form": form}
    if request.method == "POST" and form.is_valid():
        by_letter = form.cleaned_data["link_way"] == Way.LETTER
        token, code = _link_and_code(request_key(request) or new_secret(), by_letter=by_letter)
        link = request.build_absolute_uri(reverse("victims:own_code", args=[token]))
        try:
            act(victim=victim.pk, token=token, code=code, link=link, **form.cleaned_data, **signed(request))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            shown = link if form.cleaned_data["link_way"] == Way.IN_PERSON else ""
            context |= {"code": f"{code[:3]} {code[3:]}", "link": shown, "by_letter": by_letter}
    return private(render(request, template, context, status=422 if form.errors else 200))


def _link_and_code(key: str, *, by_letter: bool) -> tuple[str, str]:
    """Link and code of one form; nobody can work them out without the secret of the installation.

    One for a letter is short enough to type (20 signs of 32, 100 bits), with no sign that looks like another.
    """
    made = [hmac.digest(settings.SECRET_KEY.encode(), f"own page {part} {key}".encode(), "sha256") for part in "ab"]
    code = f"{int.from_bytes(made[1][:8]) % 10**6:06}"
    if not by_letter:
        return base64.urlsafe_b64encode(made[0]).decode().rstrip("="), code
    number, signs = int.from_bytes(made[0]), ""
    for _ in range(20):
        number, rest = divmod(number, len(TYPED_SIGNS))
        signs += TYPED_SIGNS[rest]
    return "-".join(signs[n : n + 5] for n in range(0, 20, 5)), code
