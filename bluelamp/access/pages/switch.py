"""Quick switch of user on a shared terminal: the board stays readable, the next officer signs in and lands on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from bluelamp import clock
from bluelamp.access.actions.signing_in import locked
from bluelamp.access.guard import acting, open_to_all
from bluelamp.access.middleware import last_at_locked_terminal
from bluelamp.access.sign_in import SignInForm, trouble
from bluelamp.access.terminals import lock, terminal_of


@open_to_all
def switch(request: HttpRequest) -> HttpResponse:
    """GET: sign-in for the next officer. POST: lock this terminal, then the same; elsewhere it is a sign-out."""
    onward = _safe(request, request.POST.get("next") or request.GET.get("next") or "/")
    if request.method == "POST":
        return _lock(request, onward)
    if acting(request).signed_in:
        return render(request, "access/switch_confirm.html", {"next": onward, "terminal": terminal_of(request)})
    last = last_at_locked_terminal(request)
    facts = {"form": SignInForm(request=request), "last": last, "next": onward, "trouble": trouble(request)}
    return render(request, "access/switch.html", facts)


def _lock(request: HttpRequest, onward: str) -> HttpResponse:
    by = acting(request)
    if by.officer_id is not None:
        if not terminal_of(request):
            return redirect("account_logout")
        locked(by=by, at=clock.now())
        lock(request, officer=by.officer_id, at=clock.now())
    return redirect(f"{reverse('access:switch')}?{urlencode({'next': onward})}")


def _safe(request: HttpRequest, url: str) -> str:
    return url if url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}) else "/"
