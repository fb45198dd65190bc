"""A review of detention: still necessary or not, in words, by an inspector; after charge by the custody officer."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.reviewing import review as review_detention
from bluelamp.custody.desk import record_form
from bluelamp.custody.desk_state import reminder_words
from bluelamp.custody.models import Detention, Review
from bluelamp.custody.rules.giving_rights import Occasion
from bluelamp.design.forms import PlainForm, Segments

METHODS = [("in_person", "In person"), ("live_link", "By live link"), ("telephone", "By telephone")]


class ReviewForm(PlainForm):
    """What was found, what was said by the person or their solicitor, and how the review was held."""

    outcome = Segments(label="What do you decide?", choices=Review.Outcome.choices)
    words = forms.CharField(
        label="Grounds of the review", widget=forms.Textarea(attrs={"rows": 4}), help_text="PACE s.40, Code C 15"
    )
    representations = forms.CharField(
        label="What the person or their solicitor said about it",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="Offered before you decide. If they were asleep, say so. PACE s.40(12)",
    )
    method = Segments(label="How was it held?", choices=METHODS, initial="in_person")
    n = forms.IntegerField(widget=forms.HiddenInput)


@page("custody.review", "custody.authorise")
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The form knows which review it is: who sends it after somebody else did is told so."""
    return record_form(
        request,
        pk,
        form=lambda found: ReviewForm(posted(request), initial={"n": _next(found), "method": "in_person"}),
        act=lambda given: review_detention(detention=pk, **given, **signed(request)),
        template="custody/review.html",
        context=lambda found: {"n": _next(found), "reminder": reminder_words(found, Occasion.REVIEW, at=clock.now())},
        authority=True,
    )


def _next(found: Detention) -> int:
    return len(found.reviews_at) + 1  # type: ignore[attr-defined]
