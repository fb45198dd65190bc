"""Shared terminals: which one this browser is, and the lock that keeps its board readable."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.models import Terminal

COOKIE = "bluelamp_terminal"
LOCKED = "locked"
BOARD_STAYS = timedelta(hours=12)
"""How long a locked board stays readable before somebody must sign in. This force's policy."""


def mark_browser(response: HttpResponse, terminal: int) -> None:
    """Enrol the browser that receives `response` as this terminal, for a year."""
    response.set_signed_cookie(
        COOKIE,
        str(terminal),
        salt=COOKIE,
        max_age=timedelta(days=365),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def terminal_of(request: HttpRequest) -> Terminal | None:
    """The shared terminal this browser is enrolled as, unless it was retired or the cookie was tampered with."""
    number = request.get_signed_cookie(COOKIE, default=None, salt=COOKIE, max_age=timedelta(days=365))
    if number is None or not number.isdigit():
        return None
    return Terminal.objects.filter(pk=int(number), retired_at=None).first()


def remember_terminal(request: HttpRequest) -> None:
    """Keep the terminal in the session at sign-in, so that no request asks for it again."""
    terminal = terminal_of(request)
    request.session["terminal"] = {"terminal": terminal.name, "desk": terminal.desk} if terminal else {}


def at_terminal(request: HttpRequest) -> dict[str, str]:
    """`terminal` and `desk` of this session; empty on a device of one's own."""
    return dict(request.session.get("terminal") or {})


def lock(request: HttpRequest, *, officer: int, at: datetime) -> None:
    """Sign out but remember whose board stays readable here."""
    where = at_terminal(request)
    request.session.flush()
    request.session[LOCKED] = {"officer": officer, "at": at.isoformat()}
    request.session["terminal"] = where


def unlock(request: HttpRequest) -> None:
    """The next officer is in: nothing of the last one's lock is left."""
    request.session.pop(LOCKED, None)


def locked_officer(request: HttpRequest) -> int | None:
    """Number of the officer whose board this locked terminal shows; None if it is not locked, or for too long."""
    held = request.session.get(LOCKED)
    if not held or clock.now() - datetime.fromisoformat(held["at"]) > BOARD_STAYS:
        return None
    return int(held["officer"])
