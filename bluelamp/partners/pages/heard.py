"""An answer of the partner that an officer heard by phone or in person."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.answers import WORDS
from bluelamp.partners.models import Share
from bluelamp.partners.rules.answering import Answer, may_answer
from bluelamp.partners.share_form import share_form


class HeardForm(PlainForm):
    """What they said."""

    what = forms.ChoiceField(label="What did they say?", widget=forms.RadioSelect)
    words = forms.CharField(
        label="In their words",
        help_text="And who said it. Needed for an update or a no",
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, share: Share, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {Answer.ACCEPT: "They accept", Answer.DECLINE: "They decline", Answer.UPDATE: "An update"}
        said[Answer.REACHED] = "They have reached the person"
        open_ = [(one.value, words) for one, words in said.items() if may_answer(share.standing(), one).allowed]
        self.fields["what"].choices = open_  # type: ignore[attr-defined]


@page("partners.share")
def heard(request: HttpRequest, pk: int) -> HttpResponse:
    """Written as heard by this officer, never as sent by the partner."""
    return share_form(
        request,
        pk,
        form=lambda found: HeardForm(posted(request), share=found),
        act=lambda given: WORDS[Answer(given["what"])].act(share=pk, words=given["words"], **signed(request)),
        template="heard",
    )
