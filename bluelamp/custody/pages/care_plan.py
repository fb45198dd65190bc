"""The care plan: how closely somebody is watched, why, and by whom."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.design.forms import PlainForm, Segments

LEVELS = [(1, "1 General"), (2, "2 Intermittent"), (3, "3 Constant"), (4, "4 Close")]
HINTS = "1: at least hourly. 2: at least every 30 min. 3: watched without a break. 4: within arm's reach"


class CarePlanForm(PlainForm):
    """A level that a person chooses; nothing is chosen beforehand."""

    level = forms.TypedChoiceField(
        label="Observation level", choices=LEVELS, coerce=int, widget=forms.RadioSelect, help_text=HINTS
    )
    must_rouse = Segments(
        label="Roused at each visit?",
        choices=[("yes", "Yes, rouse"), ("no", "No")],
        help_text="Yes where drink, drugs, a head wound or anything else may lower consciousness. Code C Annex H",
    )
    plan_minutes = forms.IntegerField(
        label="Visited at least every, in minutes", required=False, help_text="Only where closer than the level asks"
    )
    observer = forms.CharField(
        label="Who watches", required=False, max_length=120, help_text="Levels 3 and 4: the person by name"
    )
    why = forms.CharField(
        label="Why this level", widget=forms.Textarea(attrs={"rows": 3}), help_text="Every change is justified"
    )


@page("custody.care_plan")
def care_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the level for the first time, or change it; the next visit follows from the last one made."""
    return record_form(
        request,
        pk,
        form=lambda _found: CarePlanForm(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/care_plan.html",
        context=lambda found: {"plan": _last(found)},
    )


def _last(found: Detention) -> Any:
    return found.care_plans.select_related("officer").order_by("-set_at", "-pk").first()


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    must_rouse = given.pop("must_rouse") == "yes"
    return set_care_plan(detention=pk, must_rouse=must_rouse, **given, **signed(request))
