"""Marking a new address of the person harmed: it is kept from everybody who could pass it on."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.people.actions.safety import keep_address as keep
from bluelamp.safeguarding.sight import step, the_domestic


class KeepAddressForm(PlainForm):
    """Where they live now, and from whom it is kept."""

    address = forms.CharField(
        label="New address, with its postcode", widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept here alone: not as their home, in no paper, share, message or notice",
    )  # fmt: skip
    why = forms.CharField(label="From whom it is kept, and why")


@page("safeguarding.assess")
def keep_address(request: HttpRequest, pk: int) -> HttpResponse:
    """From then on it is struck out of whatever could reach the suspect or the defence."""
    found = the_domestic(request, pk)
    if found.victim is None:
        raise Http404
    person = found.victim.person_id
    return step(
        request,
        found,
        form=KeepAddressForm(posted(request)),
        act=lambda given: keep(person=person, **given, **signed(request)),
        heading="Keep a new address from others",
        lead="Never write it in the log, a statement, a condition or a notice.",
        submit="Keep it from others",
    )
