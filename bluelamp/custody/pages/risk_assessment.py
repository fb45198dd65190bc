"""A risk assessment on its own: at charge, when bail is refused, at transfer or release, or when something changed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.assessing_risk import assess_risk
from bluelamp.custody.desk_fields import Ask, RiskFields, risk_of
from bluelamp.custody.desk_pages import Section, desk_page, next_number, section
from bluelamp.custody.desk_state import DeskState
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.risk import OCCASIONS
from bluelamp.verdict import Refused, refused


class RiskAssessmentForm(RiskFields):
    """The occasion, every question, and what the officer saw."""

    occasion = forms.ChoiceField(label="Occasion", choices=list(OCCASIONS.items()), widget=forms.RadioSelect)
    n = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        occasion: Any = self.fields["occasion"]
        occasion.letters = {key: str(n) for n, key in enumerate(OCCASIONS, 1)}

    def hidden_of_page(self) -> list[Any]:
        """The number this page means to write: who sends it after somebody else did is told so."""
        return [self["n"]]


@page("custody.desk")
def risk_assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """Earlier assessments stay; the newest counts."""
    return desk_page(
        request,
        pk,
        form=lambda _found, state: RiskAssessmentForm(posted(request), initial={"n": next_number(state)}),
        sections=_sections,
        act=lambda given: _assess(request, pk, given),
        template="custody/risk_assessment.html",
        submit="Record the assessment",
        more=lambda _found, state: {"n": next_number(state)},
    )


def _sections(form: RiskAssessmentForm, _found: Detention, _state: DeskState) -> list[Section]:
    return [
        section("occasion", "Why now", [Ask(answer=form["occasion"])]),
        section("risk", "Risk", form.risk(), "every question, and what you saw"),
    ]


def _assess(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    risk = risk_of(given, occasion=given["occasion"], n=given["n"])
    if risk is None:
        raise Refused(refused("Answer the questions first.", "Code C 3.6", field="illness_or_injury"))
    return assess_risk(
        detention=pk,
        assessing=risk.assessing,
        handed_over=risk.handed_over,
        marked=risk.marked,
        n=risk.n,
        **signed(request),
    )
