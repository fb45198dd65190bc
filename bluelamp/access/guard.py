"""Every view declares who may open it: `@page("capability")` or `@open_to_all`."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from bluelamp.access.acting import Acting

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def page(*names: str) -> Callable[[View], View]:
    """Guard a view: sign-in first, then any one of the capabilities named (none: any officer signed in).

    Signed out: sent to sign-in with `next`. Without the capability: an officer gets a page in plain words (403),
    anyone else the same answer as for a page that does not exist (404). Sets `capability` (first name) and
    `capabilities` (all) on the view; replaces `request.acting` by the plain Acting.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            return _turned_away(request, names) or view(request, *args, **kwargs)

        guarded.capability = names[0] if names else ""  # type: ignore[attr-defined]
        guarded.capabilities = names  # type: ignore[attr-defined]
        return cast(View, guarded)

    return decorate


def open_to_all(view: View) -> View:
    """Declare that anyone may open this view, signed in or not."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def acting(request: HttpRequest) -> Acting:
    """Who makes this request, as a plain Acting."""
    from bluelamp.access.middleware import acting_of

    return acting_of(request)


def _turned_away(request: HttpRequest, names: tuple[str, ...]) -> HttpResponse | None:
    by = acting(request)
    request.acting = by  # type: ignore[attr-defined]
    if not by.signed_in:
        return redirect_to_login(request.get_full_path())
    if not names or by.may(*names):
        return None
    if not by.roles or set(by.roles) == {"partner"}:
        raise Http404
    return render(request, "access/not_allowed.html", {"names": names}, status=403)
