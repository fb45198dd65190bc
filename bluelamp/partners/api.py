"""Signed answers of another system: HMAC-SHA256 over time and body, and never the same one twice.

A POST of JSON {"share": 5, "answer": "accept", "words": ""} with the headers Shared-Key, Shared-Time (whole seconds
since 1970) and Shared-Signature. Whatever is not signed, and whatever is another body's, is answered as not there.
"""

import json
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bluelamp import clock
from bluelamp.access.guard import open_to_all
from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.answers import WORDS
from bluelamp.partners.models import Share, WebhookKey
from bluelamp.partners.queries import share, webhook_key
from bluelamp.partners.rules.answering import Answer
from bluelamp.partners.rules.signature import is_signed
from bluelamp.partners.secrets import webhook_secret
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused

LONGEST = 10_000


@open_to_all
@csrf_exempt
@never_cache
def signed_answer(request: HttpRequest) -> HttpResponse:
    """Takes one answer; sent again it changes nothing and is answered the same."""
    key = _key(request)
    if key is None:
        return _nothing_here()
    asked = _asked(request.body)
    found = share(asked["share"]) if asked else None
    if asked is None or found is None or found.partner_id != key.partner_id:
        return _nothing_here()
    return _answered(found, asked, _once(request))


def _answered(found: Share, asked: dict[str, Any], once: str) -> HttpResponse:
    act, by = WORDS[Answer(asked["answer"])].act, acting_for(found.partner)
    try:
        act(share=found.pk, words=asked["words"], by=by, at=clock.now(), key=once)
    except Refused as refusal:
        return JsonResponse({"refused": refusal.verdict.words}, status=422)
    return JsonResponse({"share": found.pk, "answer": asked["answer"]})


def _key(request: HttpRequest) -> WebhookKey | None:
    """The key that signed this request just now."""
    try:
        seed = str(UUID(request.headers.get("Shared-Key", "")))
    except ValueError:
        return None
    found = webhook_key(seed) if request.method == "POST" and _short(request) else None
    if found is None:
        return None
    signed = is_signed(
        law_of("partners"),
        secret=webhook_secret(found.seed),
        timestamp=request.headers.get("Shared-Time", ""),
        body=request.body,
        signature=request.headers.get("Shared-Signature", ""),
        at=clock.now(),
    )
    return found if signed.allowed else None


def _short(request: HttpRequest) -> bool:
    length = request.headers.get("Content-Length") or "0"
    return length.isdecimal() and int(length) <= LONGEST


def _asked(body: bytes) -> dict[str, Any] | None:
    """What is answered to which share; None for anything else."""
    try:
        given = json.loads(body)
    except ValueError:
        return None
    if not isinstance(given, dict):
        return None
    number, answer, words = given.get("share"), given.get("answer"), given.get("words", "")
    whole = isinstance(number, int) and not isinstance(number, bool) and 0 < number < 2**63
    if not whole or answer not in list(Answer) or not isinstance(words, str) or len(words) > LONGEST:
        return None
    return {"share": number, "answer": answer, "words": words}


def _once(request: HttpRequest) -> str:
    """One key for one signature, so that an answer caught and sent again does nothing."""
    return str(uuid5(NAMESPACE_URL, request.headers.get("Shared-Signature", "")))


def _nothing_here() -> HttpResponse:
    return JsonResponse({"refused": "There is nothing here."}, status=404)
