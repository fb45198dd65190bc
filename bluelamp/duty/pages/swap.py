"""Offering a swap: one of one's duties for a colleague's, each marked by every rule before it is chosen."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import spoken_day
from bluelamp.design.forms import PlainForm
from bluelamp.duty.actions.swapping import offer_swap
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.mine_queries import shown
from bluelamp.duty.models import PlannedDuty
from bluelamp.duty.swap_queries import Candidate, candidates, days_instead, own_duties


class DayForm(PlainForm):
    """The day to work instead."""

    on = forms.ChoiceField(label="Which day would you work instead?")

    def __init__(self, *args: Any, own: PlannedDuty, days: list[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = {own.day: ", at other hours"}
        self.fields["on"].choices = [(one.isoformat(), f"{spoken_day(one)}{same.get(one, '')}") for one in days]  # type: ignore[attr-defined]


class OfferForm(PlainForm):
    """The colleague's duty, among those that every rule allows."""

    takes = forms.ChoiceField(label="Whose duty would you take?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, found: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may = [one for one in found if one.verdict.allowed]
        self.fields["takes"].choices = [(str(one.duty.pk), f"{one.duty.name}, {one.officer}") for one in may]  # type: ignore[attr-defined]
        hints = {str(one.duty.pk): _hint(one) for one in may}
        self.fields["takes"].choice_hints = hints  # type: ignore[attr-defined]


def _hint(one: Candidate) -> str:
    advice = f" But: {one.verdict.words} {one.verdict.source}" if one.verdict.words else ""
    return f"{one.duty.words}. Every rule allows it.{advice}"


@page("duty.mine")
def swap(request: HttpRequest, day: str) -> HttpResponse:
    """Choose the duty, the day, the colleague; the offer goes to them and they agree or decline."""
    at, officer = clock.now(), acting(request).number
    rows = own_duties(officer, _day(day), at=at)
    own = next((one for one in rows if str(one.pk) == request.GET.get("of")), rows[0] if rows else None)
    on, facts = _looked_at(request, own, at) if own else (None, {})
    found = candidates(own, on, at=at) if own and on else []
    return form_page(
        request,
        form=OfferForm(posted(request), found=found),
        act=lambda given: offer_swap(gives=own.pk if own else 0, takes=int(given["takes"]), **signed(request)),
        then=reverse("duty:mine"),
        template="duty/swap.html",
        context={
            "day": _day(day), "own": shown(own, cover_in_force()) if own else None, "rows": rows,
            "may": any(one.verdict.allowed for one in found), "on": on,
            "may_not": [one for one in found if not one.verdict.allowed], "back": reverse("duty:mine"), **facts,
        },
    )  # fmt: skip


def _looked_at(request: HttpRequest, own: PlannedDuty, at: datetime) -> tuple[date | None, dict[str, object]]:
    """The day that is looked at: the one asked for where one is free on it, else the duty's own."""
    days = days_instead(own, at=at)
    asked = request.GET.get("on", "")
    on = next((one for one in days if one.isoformat() == asked), own.day if own.day in days else None)
    days_form = DayForm(own=own, days=days, initial={"on": on.isoformat() if on else ""})
    others = [shown(one, cover_in_force()) for one in own_duties(own.officer_id, own.day, at=at) if one.pk != own.pk]
    return on, {"days_form": days_form, "others": others}


def _day(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
