"""An officer's diary for planners: what stands, and days away, skills, restrictions, acting rank entered for them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, signed
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm, Segments
from bluelamp.duty.actions.away import LONGEST
from bluelamp.duty.actions.diaries import (
    ENTERED,
    end_skill,
    enter_days,
    enter_skill,
    set_acting_rank,
    set_restrictions,
    take_days_back,
)  # fmt: skip
from bluelamp.duty.diary_queries import Diary, as_acting, as_restricted, diary_of, skills_known
from bluelamp.duty.mine_queries import fatigue_of
from bluelamp.duty.models import Absence
from bluelamp.duty.rules.establishment import RANKS, RESTRICTIONS
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.what_if import Effect, away_on, effect_of, published_until, with_skill, wrong_now


class DaysForm(PlainForm):
    """Days away that are settled; the officer is told."""

    kind = Segments(label="What", choices=[(one.value, Absence.KINDS[one.value]) for one in ENTERED])
    first = Day(label="First day")
    last = Day(label="Last day", help_text="The same day for one day.")

    def clean(self) -> dict[str, Any]:
        """In order, and not longer than a year."""
        given = super().clean() or self.cleaned_data
        first, last = given.get("first"), given.get("last")
        if first and last and not first <= last <= first + LONGEST:
            self.add_error("last", "The last day is not before the first, and not more than a year after it.")
        return given


class SkillForm(PlainForm):
    """A skill and its last day."""

    skill = forms.ChoiceField(label="Skill")
    expires = Day(label="Holds to", required=False, help_text="Left empty, it does not run out.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one, one.replace("_", " ")) for one in skills_known()]
        self.fields["skill"].choices = [("", "Choose"), *known]  # type: ignore[attr-defined]


class RestrictionsForm(PlainForm):
    """Never why: what ails somebody is nobody's business here."""

    restricted = forms.MultipleChoiceField(
        label="This officer has", choices=[(one, one.capitalize()) for one in RESTRICTIONS], required=False,
        widget=forms.CheckboxSelectMultiple, help_text="None chosen: no restriction. Why is not asked.",
    )  # fmt: skip


class ActingForm(PlainForm):
    """The rank in which they act for now."""

    rank = forms.ChoiceField(
        label="Acts as", required=False,
        choices=[("", "Own rank"), *((key, name.capitalize()) for name, key in RANKS.items() if key)],
    )  # fmt: skip


class BackForm(PlainForm):
    """Days away that are taken back, by their number."""

    absence = forms.IntegerField(min_value=1, max_value=2**31 - 1)


class EndForm(PlainForm):
    """A skill that is not held any more."""

    ended = forms.CharField(max_length=40)


FORMS: dict[str, type[PlainForm]] = {
    "days": DaysForm, "skill": SkillForm, "restrictions": RestrictionsForm, "acting": ActingForm, "back": BackForm,
    "end": EndForm,
}  # fmt: skip
LOOKED = ("days", "skill", "restrictions", "acting")


@page("duty.plan")
def diary(request: HttpRequest, officer: int) -> HttpResponse:
    """One thing is entered at a time; a look says what it would break, and nothing is written by looking."""
    at = clock.now()
    found = diary_of(officer, at=at)
    if found is None:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    what = given.get("what", "") if given.get("what") in FORMS else "days"
    looks = request.method != "POST" and "what" in request.GET and what in LOOKED
    starts = {"restricted": list(found.post.restricted), "rank": found.post.acting_rank}
    asked = {
        name: FORMS[name](given if name == what and (looks or request.method == "POST") else None, initial=starts)
        for name in FORMS
    }
    return form_page(
        request,
        form=asked[what],
        act=lambda said: ACTS[what](officer, said, signed(request)),
        then=reverse("duty:diary", args=[officer]),
        template="duty/diary.html",
        context={
            **asked, "diary": found, "what": what, "may_enter": acting(request).officer_id != officer,
            "effect": _effect(found, what, asked[what], at) if looks else None, "wrong": wrong_now(officer, at),
            "facts": fatigue_of(officer, at=at),
        },
    )  # fmt: skip


def _days(officer: int, given: dict[str, Any], by: dict[str, Any]) -> str:
    return enter_days(officer=officer, **{**given, "kind": Away(given["kind"])}, **by)


ACTS: dict[str, Callable[[int, dict[str, Any], dict[str, Any]], str]] = {
    "days": _days,
    "skill": lambda officer, given, by: enter_skill(officer=officer, **given, **by),
    "restrictions": lambda officer, given, by: set_restrictions(officer=officer, **given, **by),
    "acting": lambda officer, given, by: set_acting_rank(officer=officer, **given, **by),
    "back": lambda _, given, by: take_days_back(**given, **by),
    "end": lambda officer, given, by: end_skill(officer=officer, skill=given["ended"], **by),
}


def _effect(found: Diary, what: str, form: PlainForm, at: datetime) -> Effect | None:
    if not form.is_valid():
        return None
    given, today = form.cleaned_data, local_day(at)
    until: date = published_until(today)
    if what == "days":
        first, last = given["first"], given["last"]
        return effect_of(found.officer, first, last, away_on(Away(given["kind"]), first, last))
    change = {
        "skill": lambda: with_skill(given["skill"], given["expires"]),
        "restrictions": lambda: as_restricted(given["restricted"]),
        "acting": lambda: as_acting(found.post, given["rank"]),
    }[what]()
    return effect_of(found.officer, today, until, change)
