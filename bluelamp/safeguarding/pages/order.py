"""What the court decided about a notice."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Day, PlainForm, Segments
from bluelamp.safeguarding.actions.protecting import decide_order
from bluelamp.safeguarding.records import record_step, the_notice


class OrderForm(PlainForm):
    """An order with its conditions and end, or none."""

    made = Segments(label="The court", choices=[("yes", "Made an order"), ("no", "Made none")])
    conditions = forms.CharField(
        label="Conditions of the order, one a line", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    until = Day(label="Last day of the order", required=False)


@page("safeguarding.protect", "safeguarding.marac")
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """The warnings follow the order from then on, or end."""
    found = the_notice(request, pk)

    def act(given: dict[str, Any]) -> str:
        conditions, until = given["conditions"].splitlines(), given["until"]
        return decide_order(
            notice=pk, made=given["made"] == "yes", conditions=conditions, until=until, **signed(request)
        )

    return record_step(
        request,
        found,
        "protection",
        form=OrderForm(posted(request), initial={"conditions": "\n".join(found.conditions)}),
        act=act,
        heading="What the court decided",
        submit="Save",
    )
