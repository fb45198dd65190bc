"""The victim's own short visit, apart from every officer's sign-in: its cookie, when it shuts, its guard."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.guard import open_to_all
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.actions.statements import OWN_PAGE
from bluelamp.victims.models import OwnVisit, Victim
from bluelamp.victims.own_words import ENGLISH, Words, languages, words_of
from bluelamp.victims.rules.own_page import shuts

COOKIE = "page"
PATH = "/page/"
TYPED = 30
"""A token this short is one of a letter."""
SEEN_EVERY = timedelta(seconds=30)
OwnView = Callable[..., HttpResponse]


def hashed(secret: str) -> str:
    """What is kept of a long random secret; it cannot be read back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def as_written(token: str) -> str:
    """A link from a letter is typed by hand: capitals and dashes do not matter. One that is clicked stays as it is."""
    return "".join(token.split("-")).lower() if len(token) <= TYPED else token


def new_secret() -> str:
    """A long random secret."""
    return secrets.token_urlsafe(32)


def holder(victim: Victim) -> Acting:
    """Whoever holds the link and knows the code: may do on this page what it offers, and nothing else anywhere."""
    return Acting(ref=victim.ref, name="The victim", capabilities=frozenset({OWN_PAGE}))


def visit_of(request: HttpRequest, at: datetime) -> OwnVisit | None:
    """The open visit of this browser; None where there is none, or it shut meanwhile."""
    key = request.COOKIES.get(COOKIE, "")
    related = ("victim__person", "victim__incident", "victim__crime", "victim__cares")
    found = OwnVisit.objects.select_related(*related).filter(key_hash=hashed(key), ended_at=None).first()
    if not key or found is None:
        return None
    if at >= shuts(law_of("victims"), opened_at=found.opened_at, seen_at=found.seen_at).due:
        return None
    if at - found.seen_at > SEEN_EVERY:
        OwnVisit.objects.filter(pk=found.pk).update(seen_at=at)
    return found


def choose_language(visit: OwnVisit, language: str) -> None:
    """Show this visit in another language; one that there is no file for changes nothing."""
    if language in languages():
        OwnVisit.objects.filter(pk=visit.pk).update(language=language)


def own_page(view: OwnView) -> OwnView:
    """Guard a view of the victim's own page: it is given the open visit; anybody else is told neutrally."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        visit = visit_of(request, clock.now())
        if visit is None:
            return not_open(request)
        return private(view(request, visit, *args, **kwargs))

    return open_to_all(guarded)


def not_open(request: HttpRequest, language: str = ENGLISH) -> HttpResponse:
    """The one answer to a link guessed, used, forwarded or too old, and to a visit that shut: never which."""
    return own_render(request, "victims/own_not_open.html", words_of(language), status=404)


def own_render(
    request: HttpRequest, template: str, words: Words, context: dict[str, object] | None = None, status: int = 200,
    form: str = "",
) -> HttpResponse:  # fmt: skip
    """A page in the victim's language, and in the `form` that they read best; kept nowhere."""
    facts = {
        "words": words.said,
        "language": words.code,
        "direction": words.direction,
        "languages": languages(),
        "tag": words.said["tag"],
        "reading": form,
    }
    return private(render(request, template, {**facts, **(context or {})}, status=status))


def private(answer: HttpResponse) -> HttpResponse:
    """Kept by nothing on the way and nothing in the browser, found by no search engine."""
    answer["Cache-Control"] = "no-store, private"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "same-origin"
    return answer


def remember(answer: HttpResponse, key: str) -> HttpResponse:
    """Give the browser the key of its visit: gone with the window, sent to this page only."""
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_cookie(COOKIE, key, path=PATH, httponly=True, secure=secure, samesite="Strict")
    return answer


def forget(answer: HttpResponse) -> HttpResponse:
    """Take the key back, and what the browser kept."""
    answer.delete_cookie(COOKIE, path=PATH, samesite="Strict")
    answer["Clear-Site-Data"] = '"cache"'
    return private(answer)
