"""Taking back a message that still waits, with a reason."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.messages.actions import afterwards
from bluelamp.messages.message_words import shown
from bluelamp.messages.queries import names_to
from bluelamp.messages.reading import message_to_read
from bluelamp.messages.rules.afterwards import may_take_back

NAME = "messages:do_not_send"


class WhyForm(PlainForm):
    """Why it is not to leave."""

    why = forms.CharField(
        label="Why is it not to be sent?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It stands in the history of the message. What is owed to the person stays owed.",
    )


@page("messages.send")
def do_not_send(request: HttpRequest, pk: int) -> HttpResponse:
    """One that is with the provider this minute cannot be taken back."""
    found = message_to_read(request, pk, page=NAME)
    back = reverse("messages:message", args=[pk])
    return form_page(
        request,
        form=WhyForm(posted(request)),
        act=lambda given: afterwards.do_not_send(message=pk, **given, **signed(request)),
        then=back,
        template="messages/do_not_send.html",
        context={
            "shown": shown(found, names_to([found])),
            "verdict": may_take_back(found.standing()),
            "tried": found.attempts > 0,
            "back": back,
        },
    )
