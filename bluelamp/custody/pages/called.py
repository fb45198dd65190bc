"""What became of one call: they came, they left, or they are not coming."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.custody.actions.calling import came, not_coming, went
from bluelamp.custody.models import Called
from bluelamp.design.forms import Instant, PlainForm, Segments


class WaitingForm(PlainForm):
    """They came, or will not."""

    happened = Segments(label="What happened", choices=[("came", "They are here"), ("not_coming", "Not coming")])
    arrived_at = Instant(label="Came at", help_text="A time earlier than now needs a reason")
    words = forms.CharField(label="In words", required=False, max_length=500, help_text="Why, if they are not coming")
    reason_late = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)


class HereForm(PlainForm):
    """They leave; what they advised or did."""

    words = forms.CharField(
        label="What they advised or did", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A healthcare professional: fit to detain, fit to interview, how often to look in. Never what a "
        "solicitor and client said to each other.",
    )  # fmt: skip


@page("custody.call", "custody.care")
def called(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the call's."""
    made = Called.objects.select_related("detention__person").filter(pk=pk).first()
    if made is None:
        raise Http404
    turned = turned_to_owner(request, made.detention.ref, made.detention.person.ref, page="custody:called")
    if turned:
        return turned
    kind = HereForm if made.state == "here" else WaitingForm
    return form_page(
        request,
        form=kind(posted(request), initial={"arrived_at": clock.now()}),
        act=lambda given: _act(request, made, given),
        then=reverse("custody:call", args=[made.detention_id]),
        template="custody/called.html",
        context={"made": made, "found": made.detention},
    )


def _act(request: HttpRequest, made: Called, given: dict[str, Any]) -> str:
    if made.state == "here":
        return went(called=made.pk, outcome=given["words"], **signed(request))
    if given["happened"] == "not_coming":
        return not_coming(called=made.pk, why=given["words"], **signed(request))
    late = given["reason_late"]
    return came(called=made.pk, arrived_at=given["arrived_at"], reason_late=late, **signed(request))
