"""Light or dark: a cookie that a person sets, or nothing, and then the device decides."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

THEMES = ("light", "dark")
COOKIE = "theme"
A_YEAR = 365 * 24 * 3600


def theme_of(request: HttpRequest | None, page_default: str = "") -> str:
    """The person's cookie, else what the page prefers, else "" (the device decides)."""
    chosen = request.COOKIES.get(COOKIE, "") if request else ""
    return chosen if chosen in THEMES else page_default


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Set the cookie and go back to the page; `site` mounts it under the name "theme"."""
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    answer = HttpResponseRedirect(back if safe else "/")
    answer.status_code = 303
    if (theme := request.POST.get("theme", "")) in THEMES:
        answer.set_cookie(COOKIE, theme, max_age=A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return answer
