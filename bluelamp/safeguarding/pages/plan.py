"""The safety plan made with the person harmed."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm
from bluelamp.safeguarding.actions.referring import plan_for_safety
from bluelamp.safeguarding.sight import step, the_domestic


class PlanForm(PlainForm):
    """One step a line."""

    steps = forms.CharField(
        label="Steps, one a line", widget=forms.Textarea(attrs={"rows": 7}),
        help_text="A place to go, a bag and papers, a word that means help, the phone, the children, the way to work",
    )  # fmt: skip
    agreed_with = forms.BooleanField(label="Made together with the person harmed", required=False)
    why_not = forms.CharField(label="Why not, if it was not", required=False)
    review_on = Day(label="Looked at again on")


@page("safeguarding.assess")
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """A change is a new plan. It is not printed: nothing may be found where they live."""
    found = the_domestic(request, pk)
    last = max(found.plans.all(), key=lambda one: one.pk, default=None)

    def act(given: dict[str, Any]) -> str:
        return plan_for_safety(domestic=pk, **{**given, "steps": given["steps"].splitlines()}, **signed(request))

    initial = {
        "steps": "\n".join(last.steps) if last else "",
        "agreed_with": True,
        "review_on": local_day(clock.now()) + timedelta(days=7),
    }
    return step(
        request,
        found,
        form=PlanForm(posted(request), initial=initial),
        act=act,
        heading="Plan for safety",
        lead="With them, in their words. Leave nothing with them in writing that the other may find.",
        submit="Keep the plan",
    )
