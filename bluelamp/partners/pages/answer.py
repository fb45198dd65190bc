"""One answer of a partner: accept, decline with the reason, an update, they were reached."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.answers import WORDS, Words
from bluelamp.partners.models import Share
from bluelamp.partners.outside import for_visitor, nothing_here
from bluelamp.partners.rules.answering import Answer


class AnswerForm(PlainForm):
    """The words of one answer."""

    words = forms.CharField(max_length=1500, required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, said: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = said.label, said.hint


@for_visitor
def answer(request: HttpRequest, found: Share, what: str) -> HttpResponse:
    """As the partner's own answer, about this share alone."""
    if what not in list(Answer):
        return nothing_here(request)
    said, back = WORDS[Answer(what)], reverse("partners:shared")
    by = acting_for(found.partner)
    return form_page(
        request,
        form=AnswerForm(posted(request), said=said),
        act=lambda given: said.act(share=found.pk, by=by, at=clock.now(), key=request_key(request), **given),
        then=back,
        template="partners/answer.html",
        context={"said": said, "back": back, "stop": what == Answer.DECLINE},
    )
