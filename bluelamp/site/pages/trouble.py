"""What a person sees when something of ours breaks: in words, and saying whether the work was saved."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from bluelamp import clock
from bluelamp.design.theme import theme_of
from bluelamp.site.freshest import freshest


def trouble(request: HttpRequest) -> HttpResponse:
    """503 when the database is away (a page that was only read comes back by itself), else 500."""
    gone = _database_is_gone(sys.exc_info()[1])
    reading = request.method in {"GET", "HEAD"}
    told = {"gone": gone, "reading": reading, "at": clock.now(), "data_at": freshest(), "theme": theme_of(request)}
    answer = HttpResponse(render_to_string("503.html" if gone else "500.html", told), status=503 if gone else 500)
    if gone:
        answer["Retry-After"] = "2"
        if reading:
            answer["Refresh"] = "2"
    return answer


def _database_is_gone(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__cause__ or error.__context__
    return False
