"""A one-time link for the partner: shown once, with its code, to the officer who hands them over two different ways."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.actions.links import make_link
from bluelamp.partners.models import Contact, Link, Share
from bluelamp.partners.reading import share_to_read
from bluelamp.partners.secrets import FreshLink
from bluelamp.verdict import Refused

NAME = "partners:link"


class LinkForm(PlainForm):
    """Whether the link leaves by email; the code is read out by phone in either case."""

    by_email = forms.BooleanField(label="Send the link to their mailbox now", required=False)


@page("partners.share")
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Drawn as the answer to the form, never under an address of its own: it cannot be opened again."""
    found = share_to_read(request, pk, page=NAME)
    form = LinkForm(posted(request))
    context = {
        "share": found,
        "form": form,
        "back": reverse("partners:share", args=[pk]),
        "contact": Contact.objects.filter(partner=found.partner_id).first(),
    }
    if form.is_bound and form.is_valid():
        context |= _made(request, form, found)
    answer = render(request, "partners/link.html", context, status=422 if form.errors else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def _made(request: HttpRequest, form: PlainForm, found: Share) -> dict[str, object]:
    fresh, mail = FreshLink(), form.cleaned_data["by_email"]
    address = request.build_absolute_uri(reverse("partners:code", args=[fresh.token]))
    try:
        make_link(share=found.pk, mail=address if mail else "", **{**fresh.hashes, **signed(request)})
    except Refused as refusal:
        form.refuse(refusal)
        return {}
    if not Link.objects.filter(token_hash=fresh.hashes["token_hash"]).exists():
        form.add_error(None, "This form was sent before, and its link was shown then. Make another one.")
        return {}
    return {"address": "" if mail else address, "mailed": mail, "code": fresh.spoken}
