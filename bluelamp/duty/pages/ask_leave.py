"""Asking for leave: a look at the days first, if one likes; what would be short is a warning, never a refusal."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm
from bluelamp.duty.actions.away import LONGEST, withdraw_leave
from bluelamp.duty.actions.away import ask_leave as ask_for_leave
from bluelamp.duty.leave_queries import LeaveEffect, effect_of_leave
from bluelamp.duty.mine_queries import leave_of, unit_of
from bluelamp.duty.models import Absence


class AskForm(PlainForm):
    """The first and the last day."""

    first = Day(label="First day of leave")
    last = Day(label="Last day of leave", help_text="The same day for one day.")


class WithdrawForm(PlainForm):
    """Leave that is taken back, by its number."""

    absence = forms.TypedChoiceField(coerce=int)

    def __init__(self, *args: Any, known: Iterable[Absence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["absence"].choices = [(one.pk, str(one.first)) for one in known]  # type: ignore[attr-defined]


@page("duty.mine")
def ask_leave(request: HttpRequest) -> HttpResponse:
    """Ask for leave or take it back; a look at the days is a page of its own address that nothing is written by."""
    officer, takes_back = acting(request).number, "absence" in request.POST
    known = leave_of(officer, since=local_day(clock.now()))
    looks = bool(request.GET) and request.method != "POST"
    asked = AskForm(request.GET) if looks else AskForm(posted(request) if not takes_back else None)
    return form_page(
        request,
        form=WithdrawForm(request.POST, known=known) if takes_back else asked,
        act=lambda given: _act(request, given),
        then=reverse("duty:ask_leave"),
        template="duty/ask_leave.html",
        context={
            "asking": asked,
            "effect": _looked_at(officer, asked) if looks else None,
            "known": known,
            "back": reverse("duty:mine"),
        },
    )


def _act(request: HttpRequest, given: dict[str, Any]) -> str:
    act = withdraw_leave if "absence" in given else ask_for_leave
    return act(**given, **signed(request))


def _looked_at(officer: int, form: AskForm) -> LeaveEffect | None:
    if not form.is_valid():
        return None
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    if not first <= last <= first + LONGEST:
        form.add_error("last", "The last day is not before the first, and not more than a year after it.")
        return None
    return effect_of_leave(officer, unit_of(officer), first, last)
