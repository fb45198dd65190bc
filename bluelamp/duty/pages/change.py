"""One square of a draft: what an officer does on a day, and what a change would break, shown before it is saved."""

from datetime import date, time
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local
from bluelamp.design.forms import PlainForm
from bluelamp.duty.actions.planning import change_duty
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.pages.roster import find
from bluelamp.duty.published import as_duty, duties_of, line_of
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import Duty
from bluelamp.duty.rules.planning import Member, Planned
from bluelamp.duty.rules.rostering import Breach, breaches
from bluelamp.places.law_in_force import law_of

CALL = "call"


class ChangeForm(PlainForm):
    """The shift of the day; on call is a square of its own."""

    shift = forms.ChoiceField(label="Duty", required=False, widget=forms.RadioSelect)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], hints: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shift"].choices = choices  # type: ignore[attr-defined]
        self.fields["shift"].choice_hints = hints  # type: ignore[attr-defined]


@page("duty.plan")
def change(request: HttpRequest, pk: int, key: str, officer: int, day: str) -> HttpResponse:
    """Each choice says what it would break; `?call` is for being on call."""
    row, cover = find(pk), cover_in_force()
    on, on_call = _day(day), CALL in request.GET
    people = members(begins=row.begins, ends=row.ends, cover=cover, units=[key]) if key in cover.units else []
    member = next((one for one in people if one.officer == f"officer:{officer}"), None)
    if member is None:
        raise Http404
    duties = [one for one in duties_of(row, units=[key]) if one.officer_id == officer]
    stood = next((one.shift for one in duties if one.day == on and _is_call(one) == on_call), "")
    choices = _choices(cover, key, on_call)
    hints = {shift: _effect(row, member, duties, cover, on, shift, on_call) for shift, _ in choices}
    form = ChangeForm(posted(request), choices=choices, hints=hints, initial={"shift": stood, "version": row.version})
    back = reverse("duty:unit", args=[row.pk, key]) + f"?from={on}"
    return form_page(
        request,
        form=form,
        act=lambda given: change_duty(
            roster=row.pk,
            officer=officer,
            unit=key,
            day=on,
            shift=given["shift"],
            on_call=on_call,
            version=given["version"],
            **signed(request),
        ),
        then=back,
        template="duty/change.html",
        context={"row": row, "member": member, "day": on, "unit": cover.units[key], "on_call": on_call, "back": back},
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def _is_call(one: PlannedDuty) -> bool:
    return one.kind == PlannedDuty.Kind.ON_CALL


def _choices(cover: Cover, key: str, on_call: bool) -> list[tuple[str, str]]:
    if on_call:
        found = [shift for shift in cover.shifts.values() if shift.on_call]
    else:
        found = [cover.shifts[one] for one in cover.units[key].shifts]
    return [*((one.key, f"{one.name}, {one.window.words}") for one in found), ("", "Off")]


def _effect(
    row: Roster, member: Member, duties: list[PlannedDuty], cover: Cover, day: date, shift: str, on_call: bool
) -> str:
    """What the officer's line would break with that choice, beyond what it breaks now."""
    kept = [as_duty(one) for one in duties if one.day != day or _is_call(one) != on_call]
    now = _broken(row, member, [as_duty(one) for one in duties])
    new: list[Duty] = [Planned(officer=member.officer, day=day, shift=shift).duty(cover.shifts)] if shift else []
    then = _broken(row, member, [*kept, *new])
    known = {(one.rule, one.words) for one in now}
    fresh = [one for one in then if (one.rule, one.words) not in known]
    if fresh:
        return "Breaks: " + " ".join(f"{one.words} ({one.source})" for one in fresh[:3])
    mended = len(now) > len(then)
    return "Mends what is broken now" if mended else "Every rule for this officer holds"


def _broken(row: Roster, member: Member, duties: list[Duty]) -> list[Breach]:
    line = line_of(member, duties, begins=row.begins, ends=row.ends)
    start = local(row.begins, time(0))
    return [one for one in breaches(line, law_of("duty")) if one.hard and one.at >= start]
