"""Puts who acts on each request, asked for only when something wants to know."""

from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponseBase
from django.utils.decorators import sync_and_async_middleware
from django.utils.functional import SimpleLazyObject

from bluelamp.access.acting import PUBLIC, Acting
from bluelamp.access.models import Officer
from bluelamp.access.queries import officers
from bluelamp.access.roles import capabilities_of
from bluelamp.access.terminals import at_terminal, locked_officer


@sync_and_async_middleware
def ActingMiddleware(answer: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:  # noqa: N802
    """Sets `request.acting`; no statement is sent until it is used."""

    def sync_middleware(request: HttpRequest) -> HttpResponseBase:
        _put(request)
        response: HttpResponseBase = answer(request)
        return response

    def async_middleware(request: HttpRequest) -> Awaitable[HttpResponseBase]:
        _put(request)
        response: Awaitable[HttpResponseBase] = answer(request)
        return response

    return _as_coroutine(async_middleware) if iscoroutinefunction(answer) else sync_middleware


def _as_coroutine(middleware: Callable[[HttpRequest], Awaitable[HttpResponseBase]]) -> Callable[[HttpRequest], Any]:
    async def run(request: HttpRequest) -> HttpResponseBase:
        return await middleware(request)

    return run


def _put(request: HttpRequest) -> None:
    request.acting = SimpleLazyObject(lambda: acting_of(request))  # type: ignore[attr-defined]


def acting_of(request: HttpRequest) -> Acting:
    """Who makes this request; `PUBLIC` if nobody is signed in. Kept for the length of the request."""
    known: Acting | None = getattr(request, "_acting", None)
    if known is None:
        user = getattr(request, "user", None)
        known = acting_as(user, **at_terminal(request)) if user and user.is_authenticated else PUBLIC
        request._acting = known  # type: ignore[attr-defined]
    return known


def last_at_locked_terminal(request: HttpRequest) -> Acting | None:
    """On a locked shared terminal: the officer whose board stays readable. One statement; None elsewhere."""
    number = locked_officer(request)
    officer = officers().filter(pk=number, is_active=True).first() if number else None
    return acting_as(officer, **at_terminal(request)) if officer else None


def acting_as(officer: Officer, *, terminal: str = "", desk: str = "") -> Acting:
    """An officer as the one who acts; one statement unless the sign-in already fetched the roles."""
    held = getattr(officer, "role_keys", None)
    if held is None:
        held = officer.grants.filter(withdrawn_at=None).values_list("role", flat=True)
    roles = tuple(sorted(held)) if officer.is_active else ()
    return Acting(
        ref=officer.ref,
        name=str(officer),
        capabilities=capabilities_of(roles),
        regular_rank=officer.regular_rank,
        roles=roles,
        officer_id=officer.pk,
        terminal=terminal,
        desk=desk,
        is_partner=officer.is_partner,
    )
