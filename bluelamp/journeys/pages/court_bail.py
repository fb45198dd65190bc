"""Bail beyond what an officer may give: the application to a magistrates' court, and then what it decided."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.extending_bail import apply_to_court_for_bail
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.models import Bail
from bluelamp.custody.rules.police_bail import BELOW, BY_COURT, Rung
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.journeys.actions.bail import court_decided_and_tell
from bluelamp.journeys.pages.extend_bail import MetForm

RUNGS = {
    Rung.COURT: "To 12 months from the day after arrest",
    Rung.COURT_LONG: "To 18 months: unlikely to be finished sooner",
    Rung.COURT_DESIGNATED: "Designated case: to 18 months",
    Rung.COURT_DESIGNATED_LONG: "Designated case: to 24 months",
    Rung.COURT_FURTHER: "Three months more",
    Rung.COURT_FURTHER_LONG: "Six months more",
}


class CourtForm(MetForm):
    """The court, and how far."""

    field_order = ["rung", "court"]
    rung = forms.ChoiceField(label="How far?", widget=forms.RadioSelect)
    court = forms.CharField(label="Court", max_length=80)

    def __init__(self, *args: Any, found: Bail, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rung: Any = self.fields["rung"]
        rung.choices = _above(found)


class DecidedForm(PlainForm):
    """What the court decided."""

    decision = Segments(label="The court", choices=[("granted", "Extended bail"), ("refused", "Did not")])
    rung = forms.ChoiceField(label="How far, if it did?", widget=forms.RadioSelect, required=False)
    court = forms.CharField(label="Court", max_length=80)
    decided_at = Instant(label="When")
    why = forms.CharField(label="What the court said", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, found: Bail, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rung: Any = self.fields["rung"]
        rung.choices = _above(found)

    def clean(self) -> dict[str, Any]:
        """Extended, to how far."""
        given = super().clean() or {}
        if given.get("decision") == "granted" and not given.get("rung"):
            self.add_error("rung", "Choose how far the court extended bail")
        return given


@page("custody.review", "custody.extend", "custody.release", "cases.charge")
def court_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """One page: the application, or the decision where one is waiting."""
    made: list[PlainForm] = []

    def form(found: Bail) -> PlainForm:
        kind = DecidedForm if waiting(found) else CourtForm
        made.append(kind(posted(request), found=found))
        return made[0]

    return bail_form(
        request,
        pk,
        form=form,
        act=lambda given: _act(request, pk, made[0], given),
        template="journeys/court_bail.html",
        context=lambda found: {"waiting": waiting(found), "open": bool(_above(found))},
    )


def waiting(found: Bail) -> bool:
    """Whether an application waits for the court."""
    return bool(found.court_applied_at and found.court_decided_at is None)


def _above(found: Bail) -> list[tuple[str, str]]:
    return [(rung.value, RUNGS[rung]) for rung in BELOW if rung in BY_COURT and Rung(found.rung) in BELOW[rung]]


def _act(request: HttpRequest, pk: int, form: PlainForm, given: dict[str, Any]) -> str:
    if isinstance(form, CourtForm):
        return apply_to_court_for_bail(
            bail=pk, rung=given["rung"], court=given["court"], met=form.met(), why=given["why"], **signed(request)
        )
    return court_decided_and_tell(
        bail=pk,
        granted=given["decision"] == "granted",
        rung=given["rung"] or Rung.COURT.value,
        court=given["court"],
        why=given["why"],
        decided_at=given["decided_at"],
        **signed(request),
    )
