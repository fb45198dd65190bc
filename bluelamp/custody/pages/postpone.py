"""Putting a review off, for a reason that the law names. It stays owed."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.reviewing import postpone_review
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import PlainForm

REASONS = [
    ("not_practicable", "Not practicable at the time it is due"),
    ("would_prejudice_questioning", "The person is being questioned, and to stop would prejudice the investigation"),
    ("no_review_officer", "No review officer is readily available"),
]


class PostponeForm(PlainForm):
    """The reason of law, and the facts behind it."""

    reason = forms.ChoiceField(label="Reason", choices=REASONS, widget=forms.RadioSelect, help_text="PACE s.40(4)")
    words = forms.CharField(
        label="What stands in the way", widget=forms.Textarea(attrs={"rows": 3}), help_text="PACE s.40(6)"
    )


@page("custody.review", "custody.authorise")
def postpone(request: HttpRequest, pk: int) -> HttpResponse:
    """Recorded; later reviews keep their times."""
    return record_form(
        request,
        pk,
        form=lambda _: PostponeForm(posted(request)),
        act=lambda given: postpone_review(detention=pk, **given, **signed(request)),
        template="custody/postpone.html",
        authority=True,
    )
