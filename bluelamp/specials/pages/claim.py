"""Claiming expenses of one day."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.actions.claiming import claim as claim_expenses
from bluelamp.specials.own_form import own_form
from bluelamp.specials.rules.expenses import Vehicle, money

MOST = Decimal("999.99")
AMOUNT = "Enter pounds and pence, such as 4.50"
RATES = ("car", "motorcycle", "bicycle")


def pounds(label: str, hint: str) -> forms.DecimalField:
    """Money as people type it: pounds with two places."""
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_value=MOST, decimal_places=2, help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-5"}),
    )  # fmt: skip


class ClaimForm(PlainForm):
    """The day, the miles, what was paid."""

    on = Day(label="The day")
    miles = forms.IntegerField(
        label="Miles, there and back", required=False, min_value=0, max_value=9999,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    vehicle = forms.ChoiceField(
        label="By", required=False, choices=[(one.value, one.words) for one in Vehicle], widget=forms.RadioSelect
    )
    meal = pounds("A meal, in pounds", "What you paid; keep the receipt")
    fare = pounds("A fare or parking, in pounds", "What you paid; keep the receipt")
    fare_for = forms.CharField(label="What the fare or parking was for", required=False, max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("meal", "fare"):
            self.fields[name].error_messages["invalid"] = AMOUNT


@page("specials.mine")
def claim(request: HttpRequest) -> HttpResponse:
    """Only a day with duty or training of one's own can be claimed for."""
    law, on = law_of("specials"), local_day(clock.now())
    return own_form(
        request,
        form=ClaimForm(posted(request)),
        act=lambda given: claim_expenses(**_given(given), **signed(request)),
        template="claim",
        part="expenses",
        context={
            "rates": [(one, law.value(f"expenses.{one}", on=on).number) for one in RATES],
            "meal": money(law.value("expenses.meal", on=on).number),
            "meal_from": law.value("expenses.meal_from", on=on).number,
            "within": law.value("expenses.claimed_within", on=on).number,
            "decided": law.value("expenses.decided_within", on=on).number,
        },
    )


def _given(given: dict[str, Any]) -> dict[str, Any]:
    return {
        **given,
        "miles": given["miles"] or 0,
        "meal": int((given["meal"] or 0) * 100),
        "fare": int((given["fare"] or 0) * 100),
    }
