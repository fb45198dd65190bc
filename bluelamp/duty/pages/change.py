"""One square of a draft: what an officer does on a day, and what a change would break, shown before it is saved."""

from dataclasses import dataclass
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
from bluelamp.duty.changed_cover import UnitDays, newly_wrong
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.pages.roster import find
from bluelamp.duty.published import as_duty, duties_of, line_of
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import Duty
from bluelamp.duty.rules.planning import Member, Planned
from bluelamp.duty.rules.repairs import Change
from bluelamp.duty.rules.rostering import Breach, breaches
from bluelamp.duty.rules.swapping import worse
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
    near = UnitDays(row, key, on, on, cover=cover, law=law_of("duty"))
    square = _Square(row, member, duties, cover, on, on_call, near)
    hints = {shift: square.effect(shift) for shift, _ in choices if shift != stood} | {stood: "As it stands"}
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


@dataclass(frozen=True)
class _Square:
    """One officer's day in a draft, and what each choice for it would do."""

    row: Roster
    member: Member
    duties: list[PlannedDuty]
    cover: Cover
    day: date
    on_call: bool
    near: UnitDays

    def effect(self, shift: str) -> str:
        """In words: every rule the choice would newly break, hard or soft, and every gap it would open."""
        asked = Planned(officer=self.member.officer, day=self.day, shift=shift)
        new = [asked.duty(self.cover.shifts, self.member.unit)] if shift else []
        kept = [as_duty(one) for one in self.duties if one.day != self.day or _is_call(one) != self.on_call]
        now, then = self._broken([as_duty(one) for one in self.duties]), self._broken([*kept, *new])
        known = {(one.rule, one.words) for one in now}
        fresh = [one for one in then if (one.rule, one.words) not in known]
        said = [f"{'Breaks' if one.hard else 'Minded'}: {one.words} ({one.source})" for one in fresh]
        said += self._beside(new[0] if new else None)
        if said:
            return " ".join(said)
        return "Mends what is broken now" if len(now) > len(then) else "Every rule holds, and no gap is opened"

    def _beside(self, new: Duty | None) -> list[str]:
        """The gaps that would open, and what would break for others of the unit."""
        ends = new or Duty(begins=local(self.day, time(0)), ends=local(self.day, time(1)))
        change = Change(
            officer=self.member.officer, day=self.day, before="", after="after" if new else "", unit=self.member.unit,
            begins=ends.begins, ends=ends.ends, on_call=self.on_call,
        )  # fmt: skip
        found = self.near.checked_with(change)
        gaps = worse(self.near.missing, self.near.missing_in(found))
        others = [one for one in newly_wrong(found, self.near.checked) if one.officer != self.member.officer]
        broken = [f"Breaks: {one.words}. ({one.source})" for one in others]
        return [*(f"Opens a gap: {one.words}" for one in gaps), *broken]

    def _broken(self, duties: list[Duty]) -> list[Breach]:
        line = line_of(self.member, duties, cover=self.cover, begins=self.row.begins, ends=self.row.ends)
        start = local(self.row.begins, time(0))
        return [one for one in breaches(line, law_of("duty")) if one.at >= start]
