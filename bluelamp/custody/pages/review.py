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


HEARD = [
    ("made", "Yes, and this was said"),
    ("none_made", "Yes, nothing was said"),
    ("asleep", "Asleep; told on waking"),
    ("unfit", "Unfit to, by reason of condition or behaviour"),
]


class ReviewForm(PlainForm):
    """What was found, what was said by the person or their solicitor, and how the review was held."""

    outcome = Segments(label="What do you decide?", choices=Review.Outcome.choices)
    words = forms.CharField(
        label="Grounds of the review", widget=forms.Textarea(attrs={"rows": 4}), help_text="PACE s.40, Code C 15"
    )
    heard = forms.ChoiceField(
        label="Were they or their solicitor heard before you decided?",
        choices=HEARD,
        widget=forms.RadioSelect,
        required=False,
        help_text="PACE s.40(12) to (14)",
    )
    representations = forms.CharField(
        label="What was said",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    method = Segments(label="How was it held?", choices=METHODS, initial="in_person")
    no_live_link_because = forms.CharField(
        label="By telephone: why a live link is not practicable",
        required=False,
        max_length=300,
        help_text="PACE s.40A(2)",
    )
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
