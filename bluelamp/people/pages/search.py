"""Search for people and vehicles: forgives spelling, says why each matched, and is logged."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.people.permissions import EDIT, SEARCH
from bluelamp.people.queries import Found, search
from bluelamp.people.rules.searching import may_list, may_search
from bluelamp.verdict import Refused, insist

LIMIT = 50


class SearchForm(PlainForm):
    """What to search for."""

    q = forms.CharField(label="Name or number plate", max_length=200, help_text="Spelling and order do not matter")
    born = forms.DateField(
        label="Date of birth",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Leaves out people known to be born on another day",
    )
    why = forms.CharField(
        label="Why you search",
        required=False,
        max_length=200,
        help_text="Needed for a registration. Kept with the log entry",
    )


@page(SEARCH.name)
def people_search(request: HttpRequest) -> HttpResponse:
    """Read with GET, so that a result can be gone back to; every list shown is one entry of the ledger."""
    shown: dict[str, Any] = {"may_edit": acting(request).may(EDIT.name), "form": SearchForm(), "found": None}
    if not request.GET:
        return render(request, "people/search.html", shown)
    shown["form"] = form = SearchForm(request.GET)
    if not form.is_valid():
        return render(request, "people/search.html", shown, status=422)
    try:
        found = _searched(request, form)
    except Refused as refusal:
        form.refuse(refusal)
        return render(request, "people/search.html", shown, status=422)
    shown |= {"found": [(one, _address(one)) for one in found], "full": len(found) == LIMIT}
    return render(request, "people/search.html", shown)


def _searched(request: HttpRequest, form: SearchForm) -> list[Found]:
    by, at = request.acting, clock.now()  # type: ignore[attr-defined]
    asked, why = form.cleaned_data["q"], form.cleaned_data["why"]
    insist(may_search(text=asked, why=why))
    found = search(by, asked, at=at, born_on=form.cleaned_data["born"], limit=LIMIT)
    insist(may_list(count=len(found), limit=LIMIT, why=why))
    reason = f"Searched for {asked}. {why}".strip()
    look(page="people search", records=[one.record for one in found], reason=reason, by=by, at=at)
    return found


def _address(one: Found) -> str:
    """Where the record's page is; empty for what has none or may not be opened."""
    noun, _, number = one.record.partition(":")
    if one.restricted:
        return ""
    try:
        return reverse(f"desks:{noun}", args=[number])
    except NoReverseMatch:
        return ""
