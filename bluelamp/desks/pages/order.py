"""The board's command line: reads an order, does it by the one action it means, and answers in words."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import may_see
from bluelamp.calls.actions.incidents import add_line
from bluelamp.calls.models import Incident
from bluelamp.calls.queries import numbered, open_incidents
from bluelamp.design.forms import request_key
from bluelamp.desks.pages.board import board_of, draw
from bluelamp.desks.rules.orders import HELP, Order, Verb, read
from bluelamp.dispatch.actions import assigning
from bluelamp.dispatch.models import Unit
from bluelamp.dispatch.offers import whom_to_send
from bluelamp.dispatch.queries import unit_called
from bluelamp.dispatch.rules.another_choice import may_choose
from bluelamp.verdict import Refused, insist, refused

STEPS: dict[Verb, tuple[Callable[..., str], str]] = {
    Verb.HEARD: (assigning.acknowledge, "has heard it"),
    Verb.EN_ROUTE: (assigning.en_route, "sets out"),
    Verb.AT_SCENE: (assigning.at_scene, "is at scene"),
    Verb.CLEAR: (assigning.clear, "is clear"),
}


@page("dispatch.assign", "dispatch.status", "calls.log")
def order(request: HttpRequest) -> HttpResponse:
    """POST an order; with htmx the answer is the `output` alone, or the board anew where one was opened."""
    if request.method != "POST":
        return redirect("desks:board")
    by, at, key = acting(request), clock.now(), request_key(request)
    try:
        said = read(request.POST.get("order", ""))
        if said.verb is Verb.FIND:
            return _open(request, _found(said, by, at))
        return _answered(request, said=_done(said, by, at, key))
    except Refused as refusal:
        return _answered(request, refused=refusal.verdict.words)


def _done(said: Order, by: Acting, at: datetime, key: str | None) -> str:
    if said.verb is Verb.SEND:
        return _send(said, by, at, key)
    if said.verb is Verb.NOTE:
        found = _incident(said, by, at)
        add_line(by=by, at=at, incident=found.pk, line=said.words, key=key)
        return f"Written in {found.serial}."
    unit = _unit(said)
    take, words = STEPS[said.verb]
    if said.verb is Verb.CLEAR:
        take(by=by, at=at, unit=unit.pk, result=said.words, key=key)
    else:
        take(by=by, at=at, unit=unit.pk, key=key)
    return f"{unit.call_sign} {words}."


def _send(said: Order, by: Acting, at: datetime, key: str | None) -> str:
    found, unit = _incident(said, by, at), _unit(said)
    choices = whom_to_send(found, at=at)
    mine = next((choice for choice in choices if choice.unit.pk == unit.pk), None)
    if mine is None or not mine.verdict.allowed:
        raise Refused(mine.verdict if mine else refused(f"{unit.call_sign} is not out."))
    first = choices[0].unit.call_sign
    insist(may_choose(rank=mine.rank, first=first, why=said.words))
    assigning.assign(
        by=by,
        at=at,
        unit=unit.pk,
        incident=found.pk,
        drive_seconds=round((mine.minutes or 0) * 60),
        advice_rank=mine.rank,
        why=said.words,
        seen_on=mine.seen_on,
        key=key,
    )
    return f"{unit.call_sign} to {found.serial}, {round(mine.minutes or 0)} min drive."


def _unit(said: Order) -> Unit:
    found = unit_called(said.unit)
    if found is None:
        raise Refused(refused(f"No unit is called {said.unit}.", field="order"))
    return found


def _incident(said: Order, by: Acting, at: datetime) -> Incident:
    found = numbered(said.serial, at=at)
    if found is None:
        raise Refused(refused(f"No incident {said.serial} in the last week.", field="order"))
    insist(may_see(by, found.ref, at=at))
    return found


def _found(said: Order, by: Acting, at: datetime) -> Incident:
    """The incident a number or a place means: by number first, else the one open incident whose place says so."""
    if said.serial:
        return _incident(said, by, at)
    wanted = said.words.casefold()
    here = [one for one in open_incidents() if wanted in f"{one.place_words} {one.settlement} {one.kind}".casefold()]
    seen = [one for one in here if may_see(by, one.ref, at=at).allowed][:10]
    if not seen:
        raise Refused(refused(f"Nothing open answers to that. {HELP}", field="order"))
    if len(seen) > 1:
        names = ", ".join(str(one.serial) for one in seen)
        raise Refused(refused(f"{len(seen)} incidents answer to that: {names}. Say which.", field="order"))
    return seen[0]


def _open(request: HttpRequest, found: Incident) -> HttpResponse:
    url = board_of(found.pk)
    if getattr(request, "htmx", False):
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url, status=303)


def _answered(request: HttpRequest, *, said: str = "", refused: str = "") -> HttpResponse:
    status = 422 if refused else 200
    if getattr(request, "htmx", False):
        return render(request, "desks/order_said.html", {"said": said, "refused": refused}, status=status)
    return draw(request, said=said, refused=refused, status=status)
