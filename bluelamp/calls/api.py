"""What a telephone exchange tells: a call rings, the caller is gone, the sound is kept under a name.

A POST of JSON with the bearer token that the force set; without it, or with another, there is nothing here.
{"call": "its own name for it", "event": "ringing", "line": "999", "device": "", "number": "", "silent": false},
{"call": "...", "event": "gone"} or {"call": "...", "event": "recorded", "recording": "..."}.
What rings is never refused: a line or a device that nobody knows rings too, and the answer says how it was taken.
"""

import hmac
import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.access.guard import open_to_all
from bluelamp.calls.actions.contacts import abandon, note_recording, ring
from bluelamp.calls.models import Contact
from bluelamp.calls.rules.channels import Channel
from bluelamp.places.queries import contact_point_of
from bluelamp.verdict import Refused

EXCHANGE = system("exchange")
LONGEST = 10_000
LINES = {one.value: one for one in Channel if one.rings}
EVENTS = ("ringing", "gone", "recorded")
Told = dict[str, Any]


@open_to_all
@csrf_exempt
@never_cache
def exchange(request: HttpRequest) -> HttpResponse:
    """One thing that the exchange tells; told again it changes nothing and is answered the same."""
    if not _is_exchange(request):
        return JsonResponse({"refused": "There is nothing here."}, status=404)
    told = _told(request)
    trouble = _trouble(told)
    if trouble:
        return JsonResponse({"refused": trouble}, status=422)
    if told["event"] == "ringing":
        return JsonResponse(_ringing(told))
    return _about_a_call(told)


def _is_exchange(request: HttpRequest) -> bool:
    token = settings.EXCHANGE_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return request.method == "POST" and bool(token) and hmac.compare_digest(given.encode(), token.encode())


def _told(request: HttpRequest) -> Told:
    try:
        told = json.loads(request.body[:LONGEST])
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _trouble(told: Told) -> str:
    """What is wrong with it, in words; "" where nothing is."""
    if not told:
        return "Send one JSON object."
    if not _text(told, "call", 80):
        return '"call" must be the exchange\'s own name for the call.'
    if told.get("event") not in EVENTS:
        return f'"event" must be one of {", ".join(EVENTS)}.'
    if told["event"] == "recorded" and not _text(told, "recording", 200):
        return '"recording" must be the name under which the sound is kept.'
    return ""


def _ringing(told: Told) -> Told:
    known = Contact.objects.filter(call=_text(told, "call", 80)).first()
    if known:
        return {"contact": known.pk, "channel": known.channel}
    device, line = _text(told, "device", 60), _text(told, "line", 20)
    point = contact_point_of(device) if device else None
    channel = Channel.HELP_POINT if point else LINES.get(line, Channel.NON_EMERGENCY)
    ref = ring(
        channel=channel.value,
        point=point.pk if point else None,
        caller_number=_text(told, "number", 40),
        silent=told.get("silent") is True,
        **_signed(told),
    )
    taken = {"contact": int(ref.partition(":")[2]), "channel": channel.value}
    if device and point is None:
        return {**taken, "noted": f"No contact point has the device {device}. It rings as {channel.words}."}
    if point is None and line not in LINES:
        return {**taken, "noted": f"The line must be one of {', '.join(LINES)}. It rings as {channel.words}."}
    return taken


def _about_a_call(told: Told) -> HttpResponse:
    found = Contact.objects.filter(call=_text(told, "call", 80)).first()
    if found is None:
        return JsonResponse({"refused": "No call of this name ever rang."}, status=404)
    try:
        if told["event"] == "recorded":
            note_recording(contact=found.pk, recording=_text(told, "recording", 200), **_signed(told, called=False))
        elif found.answered_at is None:
            abandon(contact=found.pk, **_signed(told, called=False))
    except Refused as refusal:
        return JsonResponse({"refused": refusal.verdict.words}, status=422)
    return JsonResponse({"contact": found.pk})


def _signed(told: Told, *, called: bool = True) -> Told:
    """What the action is told of the exchange; its key makes of the same event, told twice, one."""
    call = _text(told, "call", 80)
    key = uuid5(NAMESPACE_URL, f"exchange:{call}:{told['event']}:{_text(told, 'recording', 200)}")
    return {"by": EXCHANGE, "at": clock.now(), "key": str(key), **({"call": call} if called else {})}


def _text(told: Told, name: str, longest: int) -> str:
    given = told.get(name)
    return given.replace("\0", "").strip()[:longest] if isinstance(given, str) else ""
