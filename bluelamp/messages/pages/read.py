"""Reading what was answered to a message, and saying whose answer it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.messages.actions.results import read_reply
from bluelamp.messages.message_words import shown
from bluelamp.messages.queries import names_to
from bluelamp.messages.reading import message_to_read

NAME = "messages:read"


class ReadForm(PlainForm):
    """Whose answer it is."""

    whose = Segments(
        label="Who wrote it?", choices=[("theirs", "They did"), ("else", "Somebody else, or I cannot tell")]
    )


@page("messages.send")
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """The oldest answer that nobody has read. Not known whose it is, is treated as somebody else's."""
    found = message_to_read(request, pk, page=NAME)
    answer = found.replies.filter(read_at=None).order_by("at").first()
    if answer is None:
        raise Http404
    back = reverse("messages:message", args=[pk])
    return form_page(
        request,
        form=ReadForm(posted(request)),
        act=lambda given: read_reply(reply=answer.pk, somebody_else=given["whose"] == "else", **signed(request)),
        then=back,
        template="messages/read.html",
        context={"shown": shown(found, names_to([found])), "back": back, "answer": answer},
    )
