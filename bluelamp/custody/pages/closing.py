"""Closing cells or a wing of a suite: choose, see who would move where, confirm; and opening them again."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.custody.actions.closing import STRANDED, close_cells, reopen_cells
from bluelamp.custody.closing import Closing, closing, letters, may_set_aside
from bluelamp.custody.models import CellClosure
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.places.models import Cell, Suite
from bluelamp.verdict import Refused

NAME = "custody:closing"
Cells = Sequence[Cell]


class CloseForm(PlainForm):
    """Which wings and cells, why and until when; once the plan is shown, what becomes of those it cannot place."""

    wings = forms.MultipleChoiceField(label="Whole wings", required=False, widget=forms.CheckboxSelectMultiple)
    cells = forms.MultipleChoiceField(label="Single cells", required=False, widget=forms.CheckboxSelectMultiple)
    why = forms.CharField(label="Why they are closed", max_length=120, help_text="Stands on the whiteboard: Flood")
    until = Instant(label="Open again, as far as is known", required=False)
    stranded = forms.ChoiceField(
        label="Those for whom nothing fits", required=False, widget=forms.RadioSelect, choices=list(STRANDED.items())
    )
    reason = forms.CharField(
        label="Reason, where a rule is set aside",
        required=False,
        max_length=300,
        help_text="Only an inspector may set one aside",
    )

    def __init__(self, *args: Any, cells: Cells, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_wing, self.every = wings_and_cells(self, cells), [cell.number for cell in cells]

    def clean(self) -> dict[str, Any]:
        """All the cells chosen, those of whole wings among them."""
        given = super().clean() or {}
        whole = {number for wing in given.get("wings", ()) for number in self.by_wing[wing]}
        single = set(given.get("cells", ()))
        given["chosen"] = [number for number in self.every if number in whole | single]
        if not given["chosen"]:
            self.add_error("cells", "Choose at least one wing or cell")
        return given


def wings_and_cells(form: PlainForm, cells: Cells) -> Mapping[str, Sequence[str]]:
    """Offer the wings and the cells in the fields of a form; the numbers of each wing."""
    wings: dict[str, list[str]] = {}
    for cell in cells:
        wings.setdefault(letters(cell.number), []).append(cell.number)
    shown = [(wing, f"{wing}, {len(numbers)} cells") for wing, numbers in wings.items()]
    form.fields["wings"].choices = shown  # type: ignore[attr-defined]
    form.fields["cells"].choices = [(cell.number, cell.number) for cell in cells]  # type: ignore[attr-defined]
    return wings


class OpenForm(PlainForm):
    """Which closed cells open again."""

    reopen = forms.MultipleChoiceField(label="Open again", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, cells: Cells, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reopen"].choices = [  # type: ignore[attr-defined]
            (cell.number, f"{cell.number}: {cell.closed_why}") for cell in cells
        ]


@page("custody.transfer")
def close(request: HttpRequest, key: str) -> HttpResponse:
    """Look first, then confirm: the plan that was shown is the plan that is carried out."""
    suite = Suite.objects.filter(key=key).first()
    if suite is None:
        raise Http404
    every = list(Cell.objects.filter(suite=suite).order_by("position"))
    shut = [cell for cell in every if cell.state != Cell.State.OPEN]
    opens = "reopen" in request.POST or request.POST.get("do") == "open"
    form = CloseForm(None if opens else posted(request), cells=[cell for cell in every if cell not in shut])
    again = OpenForm(posted(request) if opens else None, cells=shut)
    done = _opened(request, suite, again) if opens else _closed(request, suite, form)
    if done:
        return HttpResponseRedirect(done, status=303)
    shown = {} if opens or not form.is_bound or "chosen" not in form.cleaned_data else _plan(request, suite, form)
    until = dict(CellClosure.objects.filter(cell__in=shut, reopened_at=None).values_list("cell__number", "until"))
    context = {"suite": suite, "form": form, "again": again, "shut": bool(shut), "until": until, **shown}
    return render(request, "custody/closing.html", context, status=422 if form.errors or again.errors else 200)


def _closed(request: HttpRequest, suite: Suite, form: CloseForm) -> str:
    if not form.is_bound or not form.is_valid() or request.POST.get("do") != "close":
        return ""
    given = form.cleaned_data
    facts = {name: given[name] for name in ("why", "until", "stranded", "reason")}
    try:
        close_cells(
            suite=suite.pk, cells=given["chosen"], seen=request.POST.get("seen", ""), **facts, **signed(request)
        )
    except Refused as refusal:
        form.refuse(refusal)
        return ""
    return reverse("custody:whiteboard")


def _opened(request: HttpRequest, suite: Suite, form: OpenForm) -> str:
    if not form.is_valid():
        return ""
    try:
        reopen_cells(suite=suite.pk, cells=form.cleaned_data["reopen"], **signed(request))
    except Refused as refusal:
        form.refuse(refusal)
        return ""
    return reverse("custody:whiteboard")


def _plan(request: HttpRequest, suite: Suite, form: CloseForm) -> Mapping[str, Any]:
    """What confirming would do; restricted people by their number alone."""
    by, at, given = acting(request), clock.now(), form.cleaned_data
    made = closing(suite, given["chosen"], at=at, set_aside=may_set_aside(by, given.get("reason", ""), at))
    return {"plan": made, "hidden": _hidden(made, by), "chosen": given["chosen"]}


def _hidden(made: Closing, by: Acting) -> set[int]:
    refs = {ref: each.detention.pk for each in made.people for ref in (each.detention.ref, each.detention.person.ref)}
    sights = restricted_among(by, refs)
    if seen := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=seen, by=by, at=clock.now())
    return {refs[ref] for ref, sight in sights.items() if not sight.may_see}
