"""The front page: how to reach the police, where they are, who works where you live."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from bluelamp import clock
from bluelamp.access.guard import acting, open_to_all
from bluelamp.public.facts import facts_before
from bluelamp.public.queries import reach, team_at

FRESH_SECONDS = 30
NEUTRAL = "https://www.bbc.co.uk/weather"
STARTS = ("desks:my_day", "access:you")


@open_to_all
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Anyone's; an officer signed in is taken to their own start."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES and acting(request).signed_in:
        return redirect(_start())
    postcode = request.GET.get("postcode", "").strip()[:12]
    found = reach()
    shown = {
        "reach": found,
        "training": settings.DEMO,
        "training_words": found.borough.banner,
        "force_name": f"{found.borough.name} police",
        "neutral": NEUTRAL,
        "postcode": postcode,
        "answer": team_at(postcode) if postcode else None,
        "facts": None if postcode else facts_before(clock.now()),
    }
    return _kept_briefly(render(request, "public/front.html", shown))


def _kept_briefly(answer: HttpResponse) -> HttpResponse:
    """A cache may keep it for half a minute: the phone's state is never older than that."""
    patch_cache_control(answer, public=True, max_age=FRESH_SECONDS)
    patch_vary_headers(answer, ["Cookie"])
    return answer


def _start() -> str:
    for name in STARTS:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return str(settings.LOGIN_URL)
