"""Days that need more people than the week does: a match, a march; entered, listed with what is short, cancelled."""

from datetime import date, time
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm, TimeOfDay
from bluelamp.duty.actions.cover_events import MOST, cancel_event, enter_event
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.event_queries import EventShown, events_ahead
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.words import people_words


class EventForm(PlainForm):
    """What happens, when, and who must be there for it."""

    name = forms.CharField(label="What happens", max_length=120, help_text="Football: Meadow Park, 800 expected")
    unit = forms.ChoiceField(label="Unit")
    day = Day(label="Day")
    begins = TimeOfDay(label="From")
    ends = TimeOfDay(label="To", help_text="Earlier than From: the next day.")
    least = forms.IntegerField(
        label="People of the unit in all", min_value=1, max_value=MOST, help_text="Those of every week included."
    )
    skill = forms.ChoiceField(label="With the skill", required=False)

    def __init__(self, *args: Any, cover: Cover, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [(key, unit.name) for key, unit in cover.units.items() if unit.needs]
        skills = sorted({need.skill for unit in cover.units.values() for need in unit.needs if need.skill})
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        self.fields["skill"].choices = [("", "Anybody"), *((one, people_words(one)) for one in skills)]  # type: ignore[attr-defined]


class CancelForm(PlainForm):
    """An event that does not happen, by its number."""

    event = forms.TypedChoiceField(coerce=int)

    def __init__(self, *args: Any, known: list[EventShown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["event"].choices = [(one.pk, one.name) for one in known]  # type: ignore[attr-defined]


@page("duty.plan")
def cover_events(request: HttpRequest) -> HttpResponse:
    """Enter or cancel; each that lies ahead says whether a roster is out for its day, and what is short."""
    cover, cancels = cover_in_force(), "event" in request.POST
    known = events_ahead(local_day(clock.now()), cover)
    entering = EventForm(None if cancels else posted(request), cover=cover)
    return form_page(
        request,
        form=CancelForm(request.POST, known=known) if cancels else entering,
        act=lambda given: _act(request, given),
        then=reverse("duty:cover_events"),
        template="duty/cover_events.html",
        context={"entering": entering, "known": known},
    )


def _act(request: HttpRequest, given: dict[str, Any]) -> str:
    if "event" in given:
        return cancel_event(event=given["event"], **signed(request))
    day: date = given.pop("day")
    begins, ends = (_minutes(given.pop(name)) for name in ("begins", "ends"))
    return enter_event(day=day, begins=begins, ends=ends, **given, **signed(request))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
