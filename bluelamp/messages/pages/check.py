"""A way in doubt was checked: it is safe again, or it is struck out."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.messages.actions.doubting import check_way
from bluelamp.messages.message_words import shown
from bluelamp.messages.queries import names_to, safe_contact_of
from bluelamp.messages.reading import message_to_read

NAME = "messages:check"


class CheckForm(PlainForm):
    """What was found out, and from whom."""

    safe = Segments(label="Is it safe?", choices=[("yes", "Yes, it reaches them alone"), ("no", "No, strike it out")])
    source = forms.CharField(
        label="Who said so, and how did you reach them?",
        help_text="Only what they said themselves counts: a safe way, alone",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@page("messages.send")
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The message is not sent again by this: that is asked for by itself."""
    found = message_to_read(request, pk, page=NAME)
    back = reverse("messages:message", args=[pk])
    safe, _ = safe_contact_of(found.to)
    return form_page(
        request,
        form=CheckForm(posted(request)),
        act=lambda given: check_way(message=pk, safe=given["safe"] == "yes", source=given["source"], **signed(request)),
        then=back,
        template="messages/check.html",
        context={"shown": shown(found, names_to([found])), "back": back, "safe": safe},
    )
