"""One's duties in one's own calendar: a secret address, made, shown once and revoked; and what it answers."""

from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bluelamp import clock
from bluelamp.access.form_page import signed
from bluelamp.access.guard import acting, open_to_all, page
from bluelamp.duty.actions.calendars import make_feed, revoke_feed
from bluelamp.duty.calendar_entries import entries_of, feed_of, feed_with
from bluelamp.duty.rules.calendar_text import calendar_text
from bluelamp.verdict import Refused, Verdict

SECRET_OCTETS = 32


@page("duty.mine")
@never_cache
def calendar(request: HttpRequest) -> HttpResponse:
    """A new address is in the answer to the form that made it and nowhere else: only its hash is kept."""
    if request.method != "POST":
        return _drawn(request)
    try:
        if request.POST.get("what") != "revoke":
            return _drawn(request, address=_made(request))
        revoke_feed(**signed(request))
    except Refused as refusal:
        return _drawn(request, refusal=refusal.verdict)
    return redirect("duty:calendar")


def _made(request: HttpRequest) -> str:
    """The new address; "" where the same form made one before, whose secret was shown then."""
    secret = token_urlsafe(SECRET_OCTETS)
    kept = make_feed(secret_hash=_hash(secret), **signed(request))
    return request.build_absolute_uri(reverse("duty:feed", args=[secret])) if kept == _hash(secret) else ""


def _drawn(request: HttpRequest, *, address: str | None = None, refusal: Verdict | None = None) -> HttpResponse:
    keys = {"make_key": str(uuid4()), "revoke_key": str(uuid4())}  # the key that was posted is used up
    facts = {"feed": feed_of(acting(request).number), "address": address, "refusal": refusal, **keys}
    return render(request, "duty/calendar.html", facts, status=422 if refusal else 200)


@open_to_all
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:  # noqa: ARG001 - as every page
    """The calendar of whoever made this address. One that is unknown or revoked is not found."""
    hashed = _hash(secret)
    found = feed_with(hashed)
    if found is None or not compare_digest(found.secret_hash, hashed):
        raise Http404
    text = calendar_text(entries_of(found.officer_id, at=clock.now()), name="Duties")
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="duties.ics"'
    answer["Cache-Control"] = "no-store"
    return answer


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
