"""The person whose message did not leave was reached another way; an unsafe way is refused, however late it is."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.messages.actions import afterwards
from bluelamp.messages.message_words import shown
from bluelamp.messages.queries import names_to, safe_contact_of
from bluelamp.messages.reading import message_to_read
from bluelamp.people.rules.safe_contact import Safe, Way, may_reach

NAME = "messages:another_way"


class AnotherWayForm(PlainForm):
    """How they were reached."""

    way = forms.ChoiceField(
        label="How were they reached?",
        choices=[(way.value, way.words.capitalize()) for way in Way],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label="What was said", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, safe: Safe | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        verdicts = {way.value: may_reach(safe=safe, way=way, at=clock.now()) for way in Way}
        hints = {way: "Safe now" if one.allowed else f"Refused: {one.words}" for way, one in verdicts.items()}
        self.fields["way"].choice_hints = hints  # type: ignore[attr-defined]


@page("messages.send")
def another_way(request: HttpRequest, pk: int) -> HttpResponse:
    """Only being reached keeps what is owed; an attempt that reached nobody is not written here."""
    found = message_to_read(request, pk, page=NAME)
    back = reverse("messages:message", args=[pk])
    safe, _ = safe_contact_of(found.to)
    return form_page(
        request,
        form=AnotherWayForm(posted(request), safe=safe),
        act=lambda given: afterwards.reached_another_way(message=pk, **given, **signed(request)),
        then=back,
        template="messages/another_way.html",
        context={"shown": shown(found, names_to([found])), "back": back},
    )
