"""Every deadline of a custody record, explained step by step; and the reason for each that was not met."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.explaining import explain_overdue
from bluelamp.custody.clocks import limit_of
from bluelamp.custody.desk import record_form
from bluelamp.custody.every_clock import Clock, clocks_of, relevant_time_of
from bluelamp.custody.models import Detention
from bluelamp.deadlines.elapsed import in_words
from bluelamp.design.forms import PlainForm
from bluelamp.design.ruler import Lane, Mark
from bluelamp.places.law_in_force import to_be_checked

GROUPS = (
    ("What must be done", lambda one: not one.bound),
    ("Furthest limits and windows", lambda one: one.bound),
)


class OverdueForm(PlainForm):
    """Which deadline, and why."""

    what = forms.ChoiceField(label="Which was not met?", widget=forms.RadioSelect)
    words = forms.CharField(
        label="Why it was late", widget=forms.Textarea(attrs={"rows": 3}), help_text="Stays on the record. PACE s.45(2)"
    )

    def __init__(self, *args: Any, late: Sequence[Clock], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what: Any = self.fields["what"]
        what.choices = [(one.key, one.name) for one in late]
        if len(late) == 1:
            self.initial["what"] = late[0].key


@page("custody.view", "custody.authorise", "custody.review")
def clocks(request: HttpRequest, pk: int) -> HttpResponse:
    """Worked out anew from the facts, never from what is stored to be found."""
    return record_form(
        request,
        pk,
        form=lambda found: OverdueForm(posted(request), late=_unexplained(found, clock.now())),
        act=lambda given: explain_overdue(detention=pk, **given, **signed(request)),
        template="custody/clocks.html",
        context=_context,
    )


def _context(found: Detention) -> Mapping[str, object]:
    at = clock.now()
    known = clocks_of(found, at)
    reasons = {each.what: each for each in found.overdue_reasons.select_related("officer")}
    rows = [_row(one, at, reasons) for one in known]
    return {
        "relevant": relevant_time_of(found, at),
        "groups": [(title, [row for row in rows if wanted(row["clock"])]) for title, wanted in GROUPS],
        "lanes": _lanes(found, known, at),
        "unexplained": bool(_unexplained(found, at)),
    }


def _row(one: Clock, at: datetime, reasons: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "clock": one,
        "state": _state(one, at),
        "late": one.late(at),
        "reason": reasons.get(one.key),
        "to_be_checked": to_be_checked("custody", one.basis),
    }


def _state(one: Clock, at: datetime) -> str:
    if one.deadline is None:
        return "No time yet" if not one.bound else "Not open"
    if one.late(at):
        span = in_words((one.done_at or at) - one.deadline.due)
        return f"Overdue by {span}, {one.done_words}" if one.done_at else f"Overdue by {span}"
    if one.done_at:
        return f"Kept, {one.done_words}"
    if one.bound:
        return "Passed" if one.deadline.overdue(at) else "Not reached"
    return "Runs"


def _unexplained(found: Detention, at: datetime) -> list[Clock]:
    written = set(found.overdue_reasons.values_list("what", flat=True))
    return [one for one in clocks_of(found, at) if one.late(at) and one.key not in written]


def _lanes(found: Detention, known: Sequence[Clock], at: datetime) -> list[Lane]:
    if found.released_at or found.relevant_time is None:
        return []
    away = tuple(Mark(at=each.left_at, until=each.returned_at or at, words="hospital") for each in found.absences.all())
    lanes, limit = [], limit_of(found, at)
    if limit and found.charged_at is None:
        marks = (Mark(at=found.relevant_time, words="relevant time"), *away)
        allowance = "extended" if found.extensions.all() or found.warrants else "24 hours"
        lanes.append(
            Lane(name="Detention", allowance=allowance, began_at=found.relevant_time, ends_at=limit.due, marks=marks)
        )
    reviews = [one for one in known if one.key.startswith("review_") and one.deadline]
    if reviews and found.authorised_at and reviews[-1].deadline:
        marks = tuple(
            Mark(at=one.done_at, words=one.name, kept=not one.late(at)) for one in reviews if one.done_at is not None
        )
        allowance = "9 hours" if len(reviews) > 1 else "6 hours"
        ends = reviews[-1].deadline.due
        lanes.append(
            Lane(name="Review", allowance=allowance, began_at=found.authorised_at, ends_at=ends, marks=(*marks, *away))
        )
    return lanes
