"""An officer heard that a message does not reach the person: a wrong number, somebody else."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.messages.actions.doubting import put_way_in_doubt
from bluelamp.messages.message_words import shown
from bluelamp.messages.queries import names_to
from bluelamp.messages.reading import message_to_read

NAME = "messages:doubt"


class DoubtForm(PlainForm):
    """How it is known."""

    why = forms.CharField(
        label="How is it known?",
        help_text="Such as: rang, somebody else answered. Never say to them who you wanted",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@page("messages.send")
def doubt(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing leaves by this way until somebody has checked it."""
    found = message_to_read(request, pk, page=NAME)
    back = reverse("messages:message", args=[pk])
    return form_page(
        request,
        form=DoubtForm(posted(request)),
        act=lambda given: put_way_in_doubt(message=pk, **given, **signed(request)),
        then=back,
        template="messages/doubt.html",
        context={"shown": shown(found, names_to([found])), "back": back},
    )
