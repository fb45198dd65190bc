"""How somebody came into detention: the rows of the relevant time, each with what it needs (PACE s.41(2) to (5))."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.coming_in import say_how_they_came
from bluelamp.custody.desk import record_form
from bluelamp.custody.every_clock import relevant_time_of
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.coming_in import BASIS, WORDS
from bluelamp.custody.rules.facts import Way
from bluelamp.design.forms import Instant, PlainForm, Segments

ANSWERS = {"yes": True, "no": False, "": None}
WAYS = [way for way in Way if way is not Way.FURTHER_ARREST]


class CameInForm(PlainForm):
    """The row, then what only some rows need."""

    way = forms.ChoiceField(
        label="How did they come into detention?",
        choices=[(way.value, WORDS[way]) for way in WAYS],
        widget=forms.RadioSelect,
    )
    wanted_by = forms.CharField(label="Which force wants them", required=False, max_length=60)
    questioned = Segments(
        label="Questioned about this offence before they were taken there?",
        choices=[("yes", "Yes"), ("no", "No")],
        required=False,
        help_text="To obtain evidence. PACE s.41(3)",
    )
    entered_at = Instant(label="Entered England and Wales", required=False)
    left_area_at = Instant(label="Left the first place of detention", required=False)
    area_station_at = Instant(label="At the first station in the area that wants them", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        way: Any = self.fields["way"]
        way.choice_hints = {one.value: BASIS[one] for one in WAYS}


@page("custody.book_in", "custody.authorise")
def came_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Both clocks are worked out again; what was written before stays in the record's entries."""
    return record_form(
        request,
        pk,
        form=lambda found: CameInForm(posted(request), initial=_initial(found)),
        act=lambda given: say_how_they_came(
            detention=pk, **{**given, "questioned": ANSWERS[given["questioned"]]}, **signed(request)
        ),
        template="custody/came_in.html",
        context=_context,
    )


def _initial(found: Detention) -> dict[str, Any]:
    made = found.arrest
    if made is None:
        return {}
    asked = {True: "yes", False: "no", None: ""}[made.questioned_elsewhere]
    names = ("way", "wanted_by", "entered_at", "left_area_at", "area_station_at")
    return {"questioned": asked, **{name: getattr(made, name) for name in names}}


def _context(found: Detention) -> Mapping[str, object]:
    return {"relevant": relevant_time_of(found, clock.now())}
