"""Pages for a partner: apart from officers' sign-in, not cached, and with one answer to whatever is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from bluelamp import clock
from bluelamp.access.guard import open_to_all
from bluelamp.partners.queries import visited

COOKIE = "shared_page"
PATH = "/shared/"


def outside(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Declare a page for a partner: anyone may ask for it, nothing of it is kept or found again."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return open_to_all(never_cache(shown))


def for_visitor(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the share that this partner has open, given to the view; to everybody else there is nothing here."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = visited(visit_of(request), at=clock.now())
        return view(request, found, *args, **kwargs) if found else nothing_here(request)

    return outside(shown)


def nothing_here(request: HttpRequest) -> HttpResponse:
    """The one answer to a link guessed, used, run out, locked or mistyped, and to a visit that ended."""
    return render(request, "partners/nothing_here.html", status=404)


def visit_of(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def begin_visit(answer: HttpResponse, visit: str) -> HttpResponse:
    """Put the secret of a visit into the partner's browser, for these pages alone, until the browser closes."""
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_cookie(COOKIE, visit, path=PATH, httponly=True, samesite="Strict", secure=secure)
    return answer


def end_visit(answer: HttpResponse) -> HttpResponse:
    answer.delete_cookie(COOKIE, path=PATH, samesite="Strict")
    return answer
