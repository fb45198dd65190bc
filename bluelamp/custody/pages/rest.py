"""Rest: begin it, break it for a reason the Code names, go on with it, end it. One page, by how it stands."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody import care
from bluelamp.custody.actions import resting
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.rules import rest as rule
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.places.law_in_force import law_of

PARAGRAPH = {"risk": "a", "delay": "a", "prejudice": "a", "request": "b", "duties": "c", "medical": "c"}
REASONS = [(code, f"({PARAGRAPH[code]}) {words}") for code, words in rule.REASONS.items()]


class BeginForm(PlainForm):
    """A rest begins."""

    renamed = {"reason": "reason_late", "occurred_at": "began_at"}

    began_at = Instant(label="When, if not now", required=False)
    reason_late = forms.CharField(label="Why it is written late", required=False, max_length=300)


class LastsForm(PlainForm):
    """A rest lasts: it ends, or it is broken for a reason of Code C 12.2."""

    what = Segments(label="What happens?", choices=[("end", "The rest is over"), ("break", "It is interrupted")])
    reason = forms.ChoiceField(
        label="Why it is interrupted",
        choices=REASONS,
        required=False,
        widget=forms.RadioSelect,
        help_text="For (a) a fresh 8 h is owed. For (b) and (c) the rest goes on. Code C 12.2",
    )
    words = forms.CharField(label="What happened", required=False, max_length=300)


class BrokenForm(PlainForm):
    """A rest is interrupted: it goes on, or is over."""

    what = Segments(label="What happens?", choices=[("go_on", "The rest goes on"), ("end", "The rest is over")])


@page("custody.care")
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that fits how the rest stands now."""
    return record_form(
        request,
        pk,
        form=lambda found: _form(found)(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/rest.html",
        context=_context,
    )


def _standing(found: Detention) -> tuple[Any, Any]:
    now = found.rests.filter(ended_at=None).first()
    return now, now.breaks.filter(over_at=None).first() if now else None


def _form(found: Detention) -> Callable[..., PlainForm]:
    now, broken = _standing(found)
    return BrokenForm if broken else LastsForm if now else BeginForm


def _context(found: Detention) -> Mapping[str, object]:
    now, broken = _standing(found)
    facts, at = care.resting(found), clock.now()
    full = rule.full_at(rest=now.as_facts(), law=law_of("custody")) if now else None
    due = rule.begin_by(resting=facts, law=law_of("custody"), at=at)
    had = rule.had(resting=facts, law=law_of("custody"), at=at)
    return {"now": now, "broken": broken, "full": full, "due": due, "had": had}


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    what = given.get("what", "begin")
    if what == "begin":
        return resting.begin_rest(detention=pk, **given, **signed(request))
    if what == "break":
        return resting.break_rest(detention=pk, reason=given["reason"], words=given["words"], **signed(request))
    act = resting.go_on_resting if what == "go_on" else resting.end_rest
    return str(act(detention=pk, **signed(request)))
