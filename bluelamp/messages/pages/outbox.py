"""In a demonstration: what would have left, as it would have been read. Nothing is sent."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.messages.letters import words_of
from bluelamp.messages.message_words import Shown, shown
from bluelamp.messages.models import Message
from bluelamp.messages.queries import names_to, shown_only
from bluelamp.messages.rules.safe_channel import Channel

NAME = "messages:outbox"


@dataclass(frozen=True, kw_only=True)
class Left:
    """One message as it would have been read. `heading` is of an email or a letter."""

    shown: Shown
    address: str
    heading: str
    words: str
    form: str
    language: str


@page("messages.send")
def outbox(request: HttpRequest) -> HttpResponse:
    """Newest first; what is about a restricted record is veiled."""
    if not settings.DEMO:
        raise Http404
    at, by = clock.now(), acting(request)
    found = shown_only()
    sights = restricted_among(by, [ref for one in found for ref in one.records], at=at)
    if looked := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=looked, by=by, at=at)
    hidden = {ref for ref, sight in sights.items() if not sight.may_see}
    seen = [one for one in found if not hidden & set(one.records)]
    names = names_to(seen)
    context = {"left": [_left(one, shown(one, names)) for one in seen], "veiled": len(found) - len(seen)}
    return render(request, "messages/outbox.html", context)


def _left(message: Message, said: Shown) -> Left:
    template = words_of(message)
    heading = template.heading if template and message.channel != Channel.TEXT else ""
    words = template.filled(message.personalisation) if template else message.template
    return Left(
        shown=said, address=message.address, heading=heading, words=words, form=message.form, language=message.language
    )
