"""Booking in on one page, by keyboard alone: decide, ask, tell, assess, search, keep, plan, place."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.booking_in import Booking, Decision, Plan
from bluelamp.custody.actions.searching import SearchMade
from bluelamp.custody.cells import ranked_cells
from bluelamp.custody.desk_fields import (
    NECESSARY,
    TRUTH,
    YES_NO,
    YES_NO_LETTERS,
    Ask,
    ParticularsFields,
    PropertyFields,
    RightsFields,
    RiskFields,
    line,
    rights_of,
    risk_of,
    seen_of,
    taken_of,
)
from bluelamp.custody.desk_pages import Section, desk_page, next_number, section
from bluelamp.custody.desk_state import DeskState, adult_need
from bluelamp.custody.models import Detention
from bluelamp.custody.pages.cell import hint
from bluelamp.design.forms import Segments
from bluelamp.journeys.actions.deciding import book_in as save_booking

LEVELS = [("1", "1 General"), ("2", "2 Intermittent"), ("3", "3 Constant"), ("4", "4 Close")]
CELLS = 6


class BookInForm(ParticularsFields, RightsFields, RiskFields, PropertyFields):
    """Everything of an ordinary booking in. Only a decision needs its grounds; every other part can wait."""

    decision = Segments(
        label="Your decision",
        required=False,
        choices=[("authorise", "Authorise detention"), ("refuse", "Do not authorise")],
        letters={"authorise": "a", "refuse": "r"},
        help_text="If you do not, what was taken goes back with the person",
    )
    enough = Segments(
        label="Is there enough evidence to charge now?",
        required=False,
        choices=[("no", "Not yet"), ("yes", "Yes")],
        letters={"no": "n", "yes": "y"},
        help_text="If there is, charge or release. PACE s.37(7)",
    )
    necessity = forms.MultipleChoiceField(
        label="Why is detention necessary without charge?",
        choices=NECESSARY,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="PACE s.37(2)",
    )
    grounds = forms.CharField(
        label="Grounds, in your words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Told to the person. If you do not authorise, say why",
    )
    searcher_sex = Segments(
        label="Searched by somebody",
        required=False,
        choices=[("female", "Female"), ("male", "Male")],
        letters={"female": "f", "male": "m"},
        help_text="An ordinary search. A strip or intimate search has its own page",
    )
    search_reasons = line("Why searched")
    found_words = line("What was found")
    plan_level = Segments(
        label="Observation level", required=False, choices=LEVELS, letters={one: one for one, _ in LEVELS}
    )
    plan_why = line("Why this level")
    plan_observer = line("Who watches, by name")
    must_rouse = Segments(label="To be roused at each visit?", required=False, choices=YES_NO, letters=YES_NO_LETTERS)
    plan_minutes = forms.IntegerField(
        label="Minutes, where the plan is stricter", required=False, min_value=5, max_value=60
    )
    cell = forms.TypedChoiceField(label="Cell", required=False, coerce=int, empty_value=None, widget=forms.RadioSelect)
    cell_why = line("Reason, where a rule is set aside")
    n = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ranked: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cell: Any = self.fields["cell"]
        possible = [one for one in ranked if one[1].hard.allowed]
        asked = str(self.data.get("cell", ""))
        shown = [one for n, one in enumerate(possible) if n < CELLS or str(one[0].pk) == asked]
        taken = [(one.pk, one.number) for one, how in ranked if not how.hard.allowed and str(one.pk) == asked]
        cell.choices = [*((one.pk, one.number) for one, _ in shown), *taken]
        cell.choice_hints = {str(one.pk): hint(one, how) for one, how in shown}
        cell.letters = {str(one.pk): str(n) for n, (one, _) in enumerate(shown, 1)}

    def clean(self) -> dict[str, Any]:
        """What belongs together: a decision and its grounds, a level and its reason. The action asks the rest."""
        given = super().clean() or {}
        self.clean_particulars(given)
        if not given.get("decision") and (given.get("grounds") or given.get("necessity")):
            self.add_error("decision", "Choose your decision: grounds without one decide nothing")
        if given.get("plan_level") and not given.get("must_rouse"):
            self.add_error("must_rouse", "Choose whether they are roused at each visit")
        if given.get("plan_why") and not given.get("plan_level"):
            self.add_error("plan_level", "Choose the observation level")
        if (given.get("search_reasons") or given.get("found_words")) and not given.get("searcher_sex"):
            self.add_error("searcher_sex", "Choose who searched")
        return given

    def hidden_of_page(self) -> Iterator[Any]:
        """The number of the assessment this page means to write."""
        yield self["n"]


@page("custody.book_in")
def book_in(request: HttpRequest, pk: int) -> HttpResponse:
    """One transaction: all that was filled in, or nothing and the reason beside its field."""
    return desk_page(
        request,
        pk,
        form=lambda found, state: BookInForm(
            posted(request), ranked=ranked_cells(found, at=clock.now()), initial={"n": next_number(state)}
        ),
        sections=sections,
        act=lambda given: save_booking(detention=pk, booking=booking_of(given), **signed(request)),
        template="journeys/book_in.html",
        submit="Save the booking in",
        authority=True,
    )


def sections(form: BookInForm, found: Detention, state: DeskState) -> Iterator[Section]:
    """The desk in its order; what is done already is left out, and has its own page to be added to."""
    if not found.authorised_at:
        asks = (Ask(answer=form[name]) for name in ("decision", "enough", "necessity", "grounds"))
        yield section("decision", "Decision", asks, "PACE s.37")
    yield section("asked", "Asked and seen", form.particulars(), "Code C 1.5, 3.12, 3.20")
    adult = adult_need(found, state, at=clock.now()).needed and bool(state.particulars)
    rights = form.rights(consular=state.particulars.get("foreign") is not False, adult=adult)
    yield section("rights", "Rights", rights, "each with its time and their words")
    yield section("risk", "Risk", form.risk(), "every question, and what you saw")
    searched = Ask(answer=form["searcher_sex"], more=_of(form, "search_reasons", "found_words"))
    yield section("search", "Search", [searched], "PACE s.54")
    yield section("belongings", "Property", form.belongings(), "Code C 4")
    yield section("plan", "Care plan", [Ask(answer=form["plan_level"], more=_of(form, "plan_why", "plan_minutes")),
                                        Ask(answer=form["plan_observer"], only="watched"),
                                        Ask(answer=form["must_rouse"])], "Code C 9.3")  # fmt: skip
    yield section("place", "Cell", [Ask(answer=form["cell"], more=_of(form, "cell_why"))], "the best first")


def _of(form: BookInForm, *names: str) -> tuple[Any, ...]:
    return tuple(form[name] for name in names)


def booking_of(given: dict[str, Any]) -> Booking:
    """The answers of the page as what the action takes; an empty part is left for later."""
    return Booking(
        decision=_decision(given),
        seen=seen_of(given),
        rights=rights_of(given),
        risk=risk_of(given, occasion="booking_in", n=given["n"]),
        search=_search(given),
        taken=taken_of(given),
        seal=given["seal"],
        plan=_plan(given),
        cell=given["cell"],
        cell_why=given["cell_why"],
    )


def _decision(given: dict[str, Any]) -> Decision | None:
    if not given["decision"]:
        return None
    return Decision(
        authorise=given["decision"] == "authorise",
        grounds=given["grounds"],
        necessity=tuple(given["necessity"]),
        enough_to_charge=given["enough"] == "yes",
    )


def _search(given: dict[str, Any]) -> SearchMade | None:
    if not given["searcher_sex"]:
        return None
    return SearchMade(
        level="ordinary",
        searcher_sex=given["searcher_sex"],
        reasons=given["search_reasons"],
        found=given["found_words"],
    )


def _plan(given: dict[str, Any]) -> Plan | None:
    if not given["plan_level"]:
        return None
    return Plan(
        level=int(given["plan_level"]),
        why=given["plan_why"],
        must_rouse=TRUTH[given["must_rouse"]],
        plan_minutes=given["plan_minutes"],
        observer=given["plan_observer"],
    )
