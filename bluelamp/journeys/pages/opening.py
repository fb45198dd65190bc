"""Somebody opened your restricted record: who, why, what they looked at; you look at it or raise a concern."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.models import Opening
from bluelamp.access.queries import opening_of
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.opening import look_at_opening, raise_concern
from bluelamp.ledger.queries import Line, timeline

OUTCOMES = [("looked", "I have looked at it and have no concern"), ("concern", "I raise a concern")]


class OutcomeForm(PlainForm):
    """What the owner makes of it."""

    outcome = forms.ChoiceField(label="What do you make of it?", choices=OUTCOMES, widget=forms.RadioSelect)
    concern = forms.CharField(
        label="Your concern",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Only if you raise one. It is kept in the ledger, about the record and about who opened it.",
    )


@page()
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    """For the officer the record belongs to, or the role that stands in for one; to anybody else it is not there."""
    by, found = acting(request), opening_of(pk)
    if found is None or found.officer_id == by.officer_id:
        raise Http404
    if not found.restriction.belongs_to(by.officer_id, by.roles):
        raise Http404
    return form_page(
        request,
        form=OutcomeForm(posted(request)),
        act=lambda given: _done(pk, given, signed(request)),
        then=reverse("access:you"),
        template="journeys/opening.html",
        context={
            "found": found,
            "record": found.restriction.record_words,
            "lines": _meanwhile(found),
            "back": reverse("access:you"),
        },
    )


def _done(pk: int, given: Mapping[str, Any], who: Mapping[str, Any]) -> str:
    if given["outcome"] == "concern":
        return raise_concern(opening=pk, concern=given["concern"], **who)
    return look_at_opening(opening=pk, **who)


def _meanwhile(found: Opening) -> list[Line]:
    """What who opened it looked at and wrote in that record while it was open to them, newest first."""
    lines = timeline(found.restriction.record, limit=200)
    return [one for one in lines if one.by == found.officer.ref and found.opened_at <= one.occurred_at <= found.until]
