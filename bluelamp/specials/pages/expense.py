"""One claim: how the sum is worked out, and the decision; an agreed one is marked as paid."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.actions.claiming import decide_claim, pay_claim
from bluelamp.specials.models import Claim
from bluelamp.specials.queries import claims, served_on
from bluelamp.specials.rules.expenses import SOURCE, Spent, money, worked_out


class DecideForm(PlainForm):
    """Agreed, or turned down with the reason."""

    outcome = Segments(label="Decision", choices=[("agreed", "Agree"), ("turned_down", "Turn down")])
    words = forms.CharField(
        label="Why", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Needed to turn it down; the special reads it",
    )  # fmt: skip


class PaidForm(PlainForm):
    """Only a question."""


@page("specials.expenses")
def expense(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody decides their own claim."""
    found = claims().filter(pk=pk).first()
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.special.ref, page="specials:expense")
    if turned:
        return turned

    def act(given: dict[str, Any]) -> object:
        if found.state == Claim.State.AGREED:
            return pay_claim(claim=pk, **signed(request))
        agreed = given["outcome"] == "agreed"
        return decide_claim(claim=pk, agreed=agreed, words=given["words"], **signed(request))

    agreed = found.state == Claim.State.AGREED
    return form_page(
        request,
        form=PaidForm(posted(request)) if agreed else DecideForm(posted(request)),
        act=act,
        then=reverse("specials:expenses"),
        template="specials/expense.html",
        context=_facts(found),
    )


def _facts(found: Claim) -> dict[str, object]:
    spent = Spent(
        on=found.on, served=served_on(found.special.officer_id or 0, found.on, clock.now()), miles=found.miles,
        vehicle=found.vehicle, meal=found.meal, fare=found.fare, fare_for=found.fare_for,
    )  # fmt: skip
    lines = [(line, money(line.pence)) for line in worked_out(law_of("specials"), spent)]
    return {"claim": found, "lines": lines, "sum": money(found.pence), "served": spent.served, "source": SOURCE}
