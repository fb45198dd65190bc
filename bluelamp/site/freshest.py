"""When this process last read from the database for somebody: a page that says it is away says how old that is."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from bluelamp import clock
from bluelamp.access.acting import Acting

_TROUBLE = 500
_known: list[datetime] = []


def Freshest(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:  # noqa: N802
    """Middleware: notes each answer to somebody who is signed in, for who they are is itself read from the database."""

    def noting(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        known: Acting | None = getattr(request, "_acting", None)
        if known and known.signed_in and response.status_code < _TROUBLE:
            _known[:] = [clock.now()]
        return response

    return noting


def freshest() -> datetime | None:
    """When that was; None where this process has read nothing yet."""
    return _known[0] if _known else None
