"""Closures of cells planned ahead at one suite: what is planned, planning one, calling one off."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.planning_closures import call_off_closure, plan_closure
from bluelamp.custody.models import PlannedClosure
from bluelamp.custody.pages.closing import wings_and_cells
from bluelamp.custody.planned import planned_closures as planned
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.places.models import Cell, Suite


class PlanForm(PlainForm):
    """Which cells, from when to when, and why."""

    wings = forms.MultipleChoiceField(label="Whole wings", required=False, widget=forms.CheckboxSelectMultiple)
    cells = forms.MultipleChoiceField(label="Single cells", required=False, widget=forms.CheckboxSelectMultiple)
    begins_at = Instant(label="Closed from")
    ends_at = Instant(label="Open again", required=False, help_text="Leave empty where nobody knows yet")
    why = forms.CharField(label="Why", max_length=120, help_text="Crews read it when they choose a suite: Deep clean")

    def __init__(self, *args: Any, cells: list[Cell], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_wing = wings_and_cells(self, cells)

    def chosen(self) -> list[str]:
        """All the numbers chosen, those of whole wings among them."""
        given = self.cleaned_data
        return [*{number for wing in given["wings"] for number in self.by_wing[wing]}, *given["cells"]]


class CallOffForm(PlainForm):
    """Which plan is called off, and why."""

    closure = forms.TypedChoiceField(label="Which", coerce=int, widget=forms.RadioSelect)
    why_not = forms.CharField(label="Why it is called off", max_length=120)

    def __init__(self, *args: Any, plans: list[PlannedClosure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        closure: Any = self.fields["closure"]
        closure.choices = [(each.pk, f"{', '.join(each.numbers)}: {each.why}") for each in plans]


@page("custody.transfer")
def planned_closures(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the suite."""
    suite = Suite.objects.filter(pk=pk).first()
    if suite is None:
        raise Http404
    plans = planned([suite.pk])
    calls_off = "closure" in request.POST or request.POST.get("do") == "call_off"
    again = CallOffForm(posted(request) if calls_off else None, plans=plans)
    plan = PlanForm(
        None if calls_off else posted(request), cells=list(Cell.objects.filter(suite=suite).order_by("position"))
    )

    def act(given: dict[str, Any]) -> str:
        if calls_off:
            return call_off_closure(closure=given["closure"], why=given["why_not"], **signed(request))
        facts = {name: given[name] for name in ("begins_at", "ends_at", "why")}
        return plan_closure(suite=suite.pk, cells=plan.chosen(), **facts, **signed(request))

    return form_page(
        request,
        form=again if calls_off else plan,
        act=act,
        then=reverse("custody:planned_closures", args=[pk]),
        template="custody/planned_closures.html",
        context={"suite": suite, "plans": plans, "plan": plan, "again": again},
    )
