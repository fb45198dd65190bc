"""Entering an order that was made elsewhere: it is enforced here too, and seen at once."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Day, PlainForm
from bluelamp.safeguarding.actions.ordered_elsewhere import Order
from bluelamp.safeguarding.actions.ordered_elsewhere import enter_order as enter
from bluelamp.safeguarding.rules.protection import Regime
from bluelamp.safeguarding.sight import step, the_domestic


class EnterForm(PlainForm):
    """As the order reads."""

    regime = forms.ChoiceField(
        label="Which order", choices=[(one.value, one.order) for one in Regime], widget=forms.RadioSelect
    )
    court = forms.CharField(label="Which court made it", max_length=120)
    made_on = Day(label="Made on")
    until = Day(label="Until", required=False, help_text="Empty: an order of the newer kind without an end")
    conditions = forms.CharField(label="Conditions, one a line", widget=forms.Textarea(attrs={"rows": 4}))
    address = forms.CharField(
        label="Address to keep away from", required=False,
        help_text="Never a new one that they do not know. The conditions are then shown at this address",
    )  # fmt: skip


@page("safeguarding.protect", "safeguarding.assess")
def enter_order(request: HttpRequest, pk: int) -> HttpResponse:
    """Whatever this force issues itself, an order of any area holds here."""
    found = the_domestic(request, pk)

    def act(given: dict[str, Any]) -> str:
        order = Order(**{**given, "conditions": tuple(given["conditions"].splitlines())})
        return enter(domestic=pk, order=order, **signed(request))

    return step(
        request,
        found,
        form=EnterForm(posted(request)),
        act=act,
        heading="Enter an order made elsewhere",
        lead="Check it with the court or the force that asked for it. Its conditions are seen at once.",
        submit="Enter it",
    )
