"""Messages: what left, what waits, what did not leave and why; never words or address, and no restricted person."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.messages.message_words import Shown, shown
from bluelamp.messages.models import UNSENT, WAITING, State
from bluelamp.messages.queries import Listed, counts, listed, names_to

NAME = "messages:messages"
FILTERS: Mapping[str, tuple[str, tuple[State, ...]]] = {
    "": ("All", ()),
    "waiting": ("Waiting", WAITING),
    "sent": ("Sent", (State.SENT,)),
    "failed": ("Not taken", (State.FAILED,)),
    "came-back": ("Came back", (State.BOUNCED,)),
    "unsafe": ("No longer safe", (State.REFUSED,)),
    "kept": ("No provider", (State.KEPT,)),
    "taken-back": ("Taken back", (State.WITHDRAWN,)),
}


@dataclass(frozen=True, kw_only=True)
class Chip:
    """One filter."""

    label: str
    count: int
    url: str
    current: bool


@page("messages.view")
def messages(request: HttpRequest) -> HttpResponse:
    """`?show=` a filter, `?before=` or `?after=` a message's number for the pages beside. Four statements.

    A look at a restricted record that the reader may see is written to the ledger.
    """
    at, by = clock.now(), acting(request)
    show = request.GET.get("show", "")
    _, states = FILTERS.get(show, FILTERS[""])
    found = listed(states, before=_number(request, "before"), after=_number(request, "after"))
    sights = restricted_among(by, [ref for one in found.messages for ref in one.records], at=at)
    if looked := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=looked, by=by, at=at)
    by_state = counts()
    context = {
        "at": at,
        "chips": [_chip(key, by_state, show) for key in FILTERS],
        "rows": _rows(found, sights),
        "total": sum(by_state[state] for state in states or State),
        "unsent": sum(by_state[state] for state in UNSENT),
        "waiting": sum(by_state[state] for state in WAITING),
        **_beside(found, show),
    }
    return render(request, "messages/messages.html", context)


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 19 else None


def _chip(key: str, by_state: Mapping[str, int], show: str) -> Chip:
    label, states = FILTERS[key]
    count = sum(by_state[state] for state in states or State)
    return Chip(label=label, count=count, url=f"?{urlencode({'show': key})}" if key else "?", current=key == show)


def _rows(found: Listed, sights: Mapping[str, Sight]) -> list[Shown]:
    hidden = {ref: sight for ref, sight in sights.items() if not sight.may_see}
    veiled = {one.pk: hidden[ref].words for one in found.messages for ref in one.records if ref in hidden}
    names = names_to([one for one in found.messages if one.pk not in veiled])
    return [shown(one, names, hidden=veiled.get(one.pk, "")) for one in found.messages]


def _beside(found: Listed, show: str) -> dict[str, str]:
    kept = {"show": show} if show else {}
    return {
        "newer": "?" + urlencode({**kept, "after": found.newer}) if found.newer else "",
        "older": "?" + urlencode({**kept, "before": found.older}) if found.older else "",
    }
