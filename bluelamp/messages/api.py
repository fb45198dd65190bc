"""What GOV.UK Notify tells us by itself: what became of a message, and what somebody answered to a text.

Both are POSTs of JSON with the bearer token that the force set. Without it, or with another, there is nothing here.
"""

import hmac
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.access.guard import open_to_all
from bluelamp.messages.actions.results import take_reply, take_result
from bluelamp.messages.actions.sending import SENDS
from bluelamp.messages.providers import STATUSES
from bluelamp.messages.queries import by_reference, last_text_to
from bluelamp.people.actions.doubts import DOUBTS
from bluelamp.verdict import Refused

PROVIDER = system("provider", SENDS, DOUBTS)
LONGEST = 20_000
Told = dict[str, Any]


def from_provider(take: Callable[[Told], None]) -> Callable[[HttpRequest], HttpResponse]:
    """Take what the provider says. What is known already, or none of ours, is answered as taken."""

    @open_to_all
    @csrf_exempt
    @never_cache
    @wraps(take)
    def view(request: HttpRequest) -> HttpResponse:
        told = _told(request)
        if told is None:
            return JsonResponse({"refused": "There is nothing here."}, status=404)
        try:
            take(told)
        except Refused:
            return HttpResponse(status=204)
        return HttpResponse(status=204)

    return view


@from_provider
def result(told: Told) -> None:
    """ "reference" is ours; "status" is one of the provider's words."""
    found, status = by_reference(_text(told, "reference")), STATUSES.get(_text(told, "status"), "")
    if found is not None and status:
        take_result(message=found.pk, result=status, by=PROVIDER, at=clock.now())


@from_provider
def reply(told: Told) -> None:
    """ "source_number" is whose phone answered; it belongs to the last text that went there."""
    found = last_text_to(_text(told, "source_number"))
    words, number = _text(told, "message"), _text(told, "id")
    if found is not None and words.strip() and number:
        take_reply(message=found.pk, words=words, provider_reference=number[:100], by=PROVIDER, at=clock.now())


def _told(request: HttpRequest) -> Told | None:
    token = getattr(settings, "NOTIFY_CALLBACK_TOKEN", "")
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if request.method != "POST" or not token or not hmac.compare_digest(given.encode(), token.encode()):
        return None
    try:
        told = json.loads(request.body[:LONGEST])
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _text(told: Told, name: str) -> str:
    given = told.get(name)
    return given.replace("\0", "") if isinstance(given, str) else ""
