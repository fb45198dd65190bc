"""Sending a message again that did not leave; refused where that is not safe now, or where it was sent."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.messages.actions import afterwards
from bluelamp.messages.message_words import shown
from bluelamp.messages.queries import may_leave_now, names_to, told_since
from bluelamp.messages.reading import message_to_read
from bluelamp.messages.rules.afterwards import may_send_again

NAME = "messages:send_again"


@page("messages.send")
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """The same words to the same address, under the same reference, if that is still what the person wishes."""
    found = message_to_read(request, pk, page=NAME)
    back = reverse("messages:message", args=[pk])
    return form_page(
        request,
        form=PlainForm(posted(request)),
        act=lambda _: afterwards.send_again(message=pk, **signed(request)),
        then=back,
        template="messages/send_again.html",
        context={
            "shown": shown(found, names_to([found])),
            "verdict": may_send_again(
                found.standing(told_since=told_since(found)), leaves=may_leave_now(found, at=clock.now())
            ),
            "back": back,
        },
    )
