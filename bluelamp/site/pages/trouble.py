"""What a person sees when something of ours breaks: in words, and saying whether the work was saved."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from bluelamp import clock


def trouble(request: HttpRequest) -> HttpResponse:
    """503 when the database is away (a page that was only read comes back by itself), else 500."""
    gone = _database_is_gone(sys.exc_info()[1])
    told = {"gone": gone, "reading": request.method in {"GET", "HEAD"}, "at": clock.now()}
    answer = HttpResponse(render_to_string("site/trouble.html", told), status=503 if gone else 500)
    if gone:
        answer["Retry-After"] = "2"
        if told["reading"]:
            answer["Refresh"] = "2"
    return answer


def _database_is_gone(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__cause__ or error.__context__
    return False
