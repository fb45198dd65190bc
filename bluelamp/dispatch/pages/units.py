"""The units of the borough: who is in each, until when, and what it is doing; and a new call sign."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.dispatch.actions.units import add_unit
from bluelamp.dispatch.crewing import units_and_crews
from bluelamp.places.queries import stations, teams


class UnitForm(PlainForm):
    """A call sign that the board does not know yet."""

    call_sign = forms.CharField(label="Call sign", max_length=12, help_text="As it is said on the radio, such as 43.")
    team = forms.ChoiceField(label="Team")
    base = forms.ChoiceField(label="Starts from")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(one.pk): one for one in teams() if one.of_the_borough}
        self.bases = {one.key: one for one in stations().order_by("-in_borough", "position")}
        self.fields["team"].choices = [(key, one.name) for key, one in self.teams.items()]  # type: ignore[attr-defined]
        self.fields["base"].choices = [(key, one.name) for key, one in self.bases.items()]  # type: ignore[attr-defined]


@page("dispatch.view")
def units(request: HttpRequest) -> HttpResponse:
    """Everybody who sees the board sees them; who crews units adds one."""
    at, by = clock.now(), acting(request)
    form = UnitForm(posted(request))
    rows = units_and_crews(at)
    context = {
        "crewed": [row for row in rows if row.crew],
        "empty": [row for row in rows if not row.crew],
        "may_crew": by.may("duty.crew"),
    }
    return form_page(
        request,
        form=form,
        act=lambda given: _add(request, form, given),
        then=lambda ref: reverse("dispatch:unit", args=[ref.partition(":")[2]]),
        template="dispatch/units.html",
        context=context,
    )


def _add(request: HttpRequest, form: UnitForm, given: dict[str, Any]) -> str:
    team, base = form.teams[given["team"]], form.bases[given["base"]]
    where: dict[str, Any] = {"lon": base.lon, "lat": base.lat, "settlement": team.areas[0] if team.areas else ""}
    return add_unit(call_sign=given["call_sign"].strip(), kind=team.kind, team=team.pk, **where, **signed(request))
