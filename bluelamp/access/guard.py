"""Every view declares who may open it: `@page("capability")` or `@open_to_all`."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from asgiref.sync import iscoroutinefunction, sync_to_async
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.middleware import acting_of, last_at_locked_terminal
from bluelamp.access.registry import capabilities
from bluelamp.access.roles import holders

View = TypeVar("View", bound=Callable[..., Any])
SAFE = ("GET", "HEAD", "OPTIONS")


class TurnedAway(Exception):
    """Raised where a record is read for a page and this person is not on it: answered with where to ask instead."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__("Not for this record")
        self.answer = answer


def page(*names: str, board: bool = False) -> Callable[[View], View]:
    """Guard a view: sign-in first, then any one of the capabilities named (none: any officer signed in).

    Signed out: sent to sign-in with `next`. Without the capability: an officer gets a page in plain words (403),
    a partner or outsider the same answer as for a page that does not exist (404). A `board` stays readable on a
    locked shared terminal, as the officer who locked it, and takes no POST. Sets `capability` (first name) and
    `capabilities` (all) on the view; replaces `request.acting` by the plain Acting. Works on async views too.
    """

    def decorate(view: View) -> View:
        guarded: Any = _async(view, names, board) if iscoroutinefunction(view) else _sync(view, names, board)
        guarded.capability = names[0] if names else ""
        guarded.capabilities = names
        return cast(View, guarded)

    return decorate


def open_to_all(view: View) -> View:
    """Declare that anyone may open this view, signed in or not."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def acting(request: HttpRequest) -> Acting:
    """Who makes this request, as a plain Acting."""
    return acting_of(request)


def recently_signed_in(request: HttpRequest) -> bool:
    """True if the password, passkey or code was given within RECENT_SIGN_IN_SECONDS in this session."""
    given = [record.get("at", 0) for record in request.session.get("account_authentication_methods", [])]
    return bool(given) and clock.now().timestamp() - max(given) < settings.RECENT_SIGN_IN_SECONDS


def sign_in_again(request: HttpRequest) -> HttpResponse:
    """For a step of authority after `recently_signed_in` said no: ask for the password or passkey, then come back."""
    return redirect_to_login(request.get_full_path(), login_url=reverse("account_reauthenticate"))


def _sync(view: View, names: tuple[str, ...], board: bool) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        turned_away = _turned_away(request, names, board)
        if turned_away is not None:
            return turned_away
        try:
            return cast(HttpResponseBase, view(request, *args, **kwargs))
        except TurnedAway as turned:
            return turned.answer

    return guarded


def _async(view: View, names: tuple[str, ...], board: bool) -> Callable[..., Any]:
    @wraps(view)
    async def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        turned_away = await sync_to_async(_turned_away)(request, names, board)
        return turned_away if turned_away is not None else await view(request, *args, **kwargs)

    return guarded


def _turned_away(request: HttpRequest, names: tuple[str, ...], board: bool) -> HttpResponse | None:
    by = acting_of(request)
    if not by.signed_in and board and request.method in SAFE:
        by = last_at_locked_terminal(request) or by
        request._acting = by  # type: ignore[attr-defined]
        request.board_is_locked = by.signed_in  # type: ignore[attr-defined]
    request.acting = by  # type: ignore[attr-defined]
    if not by.signed_in:
        return redirect_to_login(request.get_full_path())
    _stay_awake(request)
    if not names or by.may(*names):
        return None
    if by.is_partner:
        raise Http404
    return _not_allowed(request, names)


def _not_allowed(request: HttpRequest, names: tuple[str, ...]) -> HttpResponse:
    facts = {
        "needed": [capabilities.words(name) for name in names],
        "roles": [role.words for role in holders(*names)],
    }
    return render(request, "access/not_allowed.html", facts, status=403)


def _stay_awake(request: HttpRequest) -> None:
    """Put off the idle end of the session; written at most every tenth of that time."""
    now = clock.now().timestamp()
    if request.user.is_authenticated and now - request.session.get("seen", 0) > settings.SESSION_COOKIE_AGE / 10:
        request.session["seen"] = now
