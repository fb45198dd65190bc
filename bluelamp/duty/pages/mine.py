"""One's own duties on a phone: today large, four weeks ahead, what one was told, swaps to answer, time owed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm, Segments
from bluelamp.duty.actions.away import wish_day_off
from bluelamp.duty.actions.notices import read_notices
from bluelamp.duty.actions.own_tours import begin_own_tour, end_own_tour
from bluelamp.duty.actions.swapping import agree_swap, decline_swap, withdraw_swap
from bluelamp.duty.following_up import open_follow_ups
from bluelamp.duty.mine_queries import by_week, days_of_officer, fatigue_of, next_up, shown_until, time_account, unread
from bluelamp.duty.own_tour_queries import duty_to_begin, ends_of, tour_to_end
from bluelamp.duty.swap_queries import swaps_of

TOURS: dict[str, Callable[..., str]] = {
    "on": begin_own_tour,
    "off": end_own_tour,
    "off-in-time": partial(end_own_tour, stayed_on=False),
}
SWAPS = {"agree": agree_swap, "decline": decline_swap, "withdraw": withdraw_swap}


class AnswerForm(PlainForm):
    """Booked on or off; or a notice read, a swap answered or taken back: which, by its number."""

    what = forms.ChoiceField(choices=[(one, one) for one in (*TOURS, "read", *SWAPS)])
    number = forms.IntegerField(min_value=1, max_value=2**31 - 1, required=False)

    def clean(self) -> dict[str, Any]:
        """Only booking on and off is about no number."""
        given = super().clean() or self.cleaned_data
        if given.get("what") not in TOURS and not given.get("number") and "number" not in self.errors:
            self.add_error("number", "Say which one.")
        return given


class WishForm(PlainForm):
    """A day off wished for."""

    day = Day(label="Which day")
    strength = Segments(
        label="How much",
        choices=[("1", "A little"), ("2", "Much"), ("3", "Very much"), ("0", "Not any more")],
        help_text="Met where it can be. Never a promise.",
    )


@page("duty.mine")
def mine(request: HttpRequest) -> HttpResponse:
    """What is an officer's own; each of its forms does one thing and comes back here."""
    by, wishes = acting(request), request.POST.get("what") == "wish"
    wish, answer = WishForm(posted(request) if wishes else None), AnswerForm(posted(request) if not wishes else None)
    return form_page(
        request,
        form=wish if wishes else answer,
        act=lambda given: _wish(request, given) if wishes else _answer(request, given),
        then=reverse("duty:mine"),
        template="duty/mine.html",
        context={"wish": wish, "volunteers": by.may("specials.mine"), **_drawn(by.number, clock.now())},
    )


def _wish(request: HttpRequest, given: dict[str, Any]) -> str:
    return wish_day_off(day=given["day"], strength=int(given["strength"]), **signed(request))


def _answer(request: HttpRequest, given: dict[str, Any]) -> str:
    if given["what"] in TOURS:
        return TOURS[given["what"]](**signed(request))
    if given["what"] == "read":
        return read_notices(notices=[given["number"]], **signed(request))
    return SWAPS[given["what"]](swap=given["number"], **signed(request))


def _drawn(officer: int, at: datetime) -> dict[str, object]:
    today = local_day(at)
    asked, offered = swaps_of(officer, at=at)
    up, to_end = next_up(officer, at=at), tour_to_end(officer, at=at)
    return {
        "at": at,
        "today": today,
        "up": up,
        "to_begin": duty_to_begin(officer, at=at),
        "to_end": to_end,
        "follow_ups": open_follow_ups(officer),
        "duty_ends": ends_of(to_end) if to_end else None,
        "is_today": bool(up) and local_day(up[0].begins) <= today,
        "weeks": by_week(days_of_officer(officer, begins=today, ends=shown_until(today))),
        "this_monday": today - timedelta(days=today.weekday()),
        "facts": fatigue_of(officer, at=at),
        "notices": unread(officer),
        "asked": asked,
        "offered": offered,
        "accounts": list(time_account(officer)),
    }
