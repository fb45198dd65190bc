"""What may be done to a roster: search, stop, copy, drop; one press each, back to the roster."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bluelamp.access.form_page import signed
from bluelamp.access.guard import page
from bluelamp.duty.actions.planning import ask_search, copy, drop, stop_search
from bluelamp.duty.pages.roster import find
from bluelamp.verdict import Refused

SECONDS = 30


@page("duty.plan")
@require_POST
def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Do it and go to the roster it left; a refusal is shown on a page of its own."""
    row = find(pk)
    try:
        ref = STEPS[verb](roster=row.pk, **signed(request)) if verb in STEPS else row.ref
    except Refused as refusal:
        shows = {"row": row, "verdict": refusal.verdict}
        return render(request, "duty/roster_refused.html", shows, status=422)
    return HttpResponseRedirect(reverse("duty:roster", args=[ref.partition(":")[2]]), status=303)


def _search(**given: Any) -> str:
    return ask_search(seconds=SECONDS, **given)


STEPS: dict[str, Callable[..., str]] = {"search": _search, "stop": stop_search, "copy": copy, "drop": drop}
