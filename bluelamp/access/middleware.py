"""Puts who acts on each request, asked for only when something wants to know."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from bluelamp.access.acting import PUBLIC, Acting
from bluelamp.access.models import Officer
from bluelamp.access.roles import capabilities_of


class ActingMiddleware:
    """Sets `request.acting`; no statement is sent until it is used."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.acting = SimpleLazyObject(lambda: acting_of(request))  # type: ignore[attr-defined]
        return self.answer(request)


def acting_of(request: HttpRequest) -> Acting:
    """Who makes this request; `PUBLIC` if nobody is signed in. Kept for the length of the request."""
    known: Acting | None = getattr(request, "_acting", None)
    if known is None:
        user = getattr(request, "user", None)
        known = acting_as(user) if isinstance(user, Officer) else PUBLIC
        request._acting = known  # type: ignore[attr-defined]
    return known


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
    )
