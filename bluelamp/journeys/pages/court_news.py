"""What the court did: one kind of news at a time, from when we had it; each victim is then owed word of it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.cases.models import CaseFile
from bluelamp.cases.queries import case_for_page
from bluelamp.cases.rules.court_news import OUTCOMES, Given, News, Outcome
from bluelamp.design.forms import Day, Instant, PlainForm, Segments
from bluelamp.journeys.actions.court_news import court_news as write

_ASKED = {
    News.HEARD: "Bail, where it was decided",
    News.BAIL: "Bail",
    News.VERDICT: "Verdict",
    News.APPEAL_DECIDED: "What became of it",
}
_AHEAD = (News.HEARD, News.DATE, News.BAIL, News.VERDICT, News.APPEAL_LODGED, News.APPEAL_DECIDED)
"""News that may name the next time in court."""


class CourtNewsForm(PlainForm):
    """Where, on which day, when we had it; how it was decided and what comes next, where this news says so."""

    court = forms.CharField(label="Court", max_length=80)
    on = Day(label="The day in court")
    received_at = Instant(label="When we had it", help_text="The time to tell the victim runs from then")
    outcome = forms.ChoiceField(widget=forms.RadioSelect, required=False)
    next_at = Instant(label="Next in court", required=False)
    trial = Segments(
        label="Is that the trial?",
        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
        required=False,
        help_text="Before a trial each victim is asked again what they need, and what they ask of the court",
    )
    next_court = forms.CharField(label="Where, if not the same court", required=False, max_length=80)
    words = forms.CharField(
        label="What the court did, in words the victim may read",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="They may open it on their own page. No address, no name of another victim",
    )

    def __init__(self, *args: Any, news: News, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome: Any = self.fields["outcome"]
        outcome.label, outcome.required = _ASKED.get(news, ""), news is not News.HEARD
        outcome.choices = [(one.value, one.words) for one in OUTCOMES.get(news, ())]
        without = [name for name in ("next_at", "trial", "next_court") if news not in _AHEAD]
        for name in [*without, *([] if outcome.choices else ["outcome"])]:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A date ahead is for trial, or not, or that is not known: never left open."""
        given = super().clean() or self.cleaned_data
        if given.get("next_at") and not given.get("trial"):
            self.add_error("trial", "Say whether that is the trial.")
        return given


@page("cases.court")
def court_news(request: HttpRequest, pk: int, news: str) -> HttpResponse:
    """`pk` is the case, `news` which kind it is."""
    case = case_for_page(pk)
    if case is None:
        raise Http404
    turned = turned_to_owner(request, *seen_with(case), page="journeys:court_news")
    if turned:
        return turned
    if news not in {one.value for one in News}:
        raise Http404
    kind = News(news)
    initial = {"received_at": clock.now(), "court": _last_court(case)}
    return form_page(
        request,
        form=CourtNewsForm(posted(request), news=kind, initial=initial),
        act=lambda given: _write(request, pk, kind, given),
        then=reverse("desks:case", args=[pk]),
        template="journeys/court_news.html",
        context={"case": case, "kind": kind.words, "back": reverse("desks:case", args=[pk])},
    )


def seen_with(case: CaseFile) -> tuple[str, ...]:
    """The case and every record that it shows: who may not see one of them does not see the case."""
    held, crime, incident = case.detention, case.crime, case.incident_id
    of_crime = (crime.ref,) if crime else ()
    of_incident = (f"incident:{incident}",) if incident else ()
    return (case.ref, case.person.ref, *((held.ref,) if held else ()), *of_crime, *of_incident)


def _last_court(case: CaseFile) -> str:
    return next((one.court for one in reversed(case.hearings.all())), "")


def _write(request: HttpRequest, pk: int, kind: News, given: dict[str, Any]) -> str:
    outcome = given.get("outcome")
    said = Given(
        news=kind,
        on=given["on"],
        received_at=given["received_at"],
        words=given["words"],
        outcome=Outcome(outcome) if outcome else None,
        next_at=given.get("next_at"),
        trial={"yes": True, "no": False}.get(given.get("trial", "")),
    )
    return write(case=pk, given=said, court=given["court"], next_court=given.get("next_court", ""), **signed(request))
