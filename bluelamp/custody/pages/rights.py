"""Rights told later, or asked for again: each answer with its time, the person's words, and the adult there."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.giving_rights import tell_right
from bluelamp.custody.desk_fields import TRUTH, YES_NO, YES_NO_LETTERS, Ask, line
from bluelamp.custody.desk_pages import Section, desk_page, section
from bluelamp.custody.desk_state import DeskState, reminder_words
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.giving_rights import Entitlement, Occasion, Response
from bluelamp.design.forms import Instant, PlainForm, Segments


class RightsForm(PlainForm):
    """One right and its answer. Nothing here is a waiver."""

    renamed: ClassVar = {"reason": "reason_late", "occurred_at": "told_at"}

    right = forms.ChoiceField(
        label="Which right",
        choices=[(one.value, one.words) for one in Entitlement],
        widget=forms.RadioSelect,
    )
    response = Segments(
        label="The answer",
        choices=[(one.value, one.words) for one in Response],
        letters={"wanted": "w", "not_now": "n", "no_answer": "s", "not_told": "t"},
    )
    words = line("The person's words")
    adult_there = Segments(
        label="Was an appropriate adult there?", required=False, choices=YES_NO, letters=YES_NO_LETTERS
    )
    told_at = Instant(label="When, if not just now", required=False)
    reason_late = line("Why it is written late, if it is")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        right: Any = self.fields["right"]
        right.letters = {one.value: str(n) for n, one in enumerate(Entitlement, 1)}


@page("custody.desk")
def rights(request: HttpRequest, pk: int) -> HttpResponse:
    """Each answer is kept; the page shows the newest of each and what to remind of."""
    return desk_page(
        request,
        pk,
        form=lambda _found, _state: RightsForm(posted(request)),
        sections=_sections,
        act=lambda given: tell_right(
            detention=pk,
            right=given["right"],
            response=given["response"],
            words=given["words"],
            adult_present=TRUTH.get(given["adult_there"]),
            told_at=given["told_at"],
            reason_late=given["reason_late"],
            **signed(request),
        ),
        template="custody/rights.html",
        submit="Record the answer",
        more=_told,
    )


def _sections(form: RightsForm, _found: Detention, _state: DeskState) -> list[Section]:
    names = ("right", "response", "words", "adult_there", "told_at", "reason_late")
    return [section("right", "A right told", (Ask(answer=form[name]) for name in names))]


def _told(found: Detention, state: DeskState) -> Mapping[str, object]:
    words = reminder_words(found, Occasion.REVIEW, at=clock.now())
    return {"told": list(state.newest_rights.values()), "reminder": words}
