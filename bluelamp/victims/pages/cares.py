"""Who looks after a victim from now on: oneself, or a colleague who may tell victims."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import acting, page
from bluelamp.custody.desk import officer_named
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.switching import take_over
from bluelamp.victims.page_of_victim import the_victim, victim_form


class CaresForm(PlainForm):
    """Whom."""

    renamed = {"officer": "colleague"}
    colleague = forms.CharField(
        label="Collar number or sign-in name",
        required=False,
        help_text="Leave it empty to take this over yourself",
    )

    def clean_colleague(self) -> int | None:
        """The officer so named; nobody where it is left empty."""
        given = self.cleaned_data["colleague"].strip()
        return officer_named(given).pk if given else None


@page("victims.tell")
def cares(request: HttpRequest, pk: int) -> HttpResponse:
    """The victim's own page names them; every promise stays as it is."""
    victim = the_victim(request, pk, page="victims:cares")

    def act(colleague: int | None, **said: Any) -> str:
        return take_over(officer=colleague, **said)

    form = CaresForm(posted(request))
    context = {"mine": victim.cares_id == acting(request).officer_id}
    return victim_form(request, victim, form=form, act=act, template="victims/cares.html", context=context)
