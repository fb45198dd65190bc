"""The one place where a kept address is struck out: every answer passes here as it leaves, to whoever is not on the
record (D10). No page, list, search, map, calendar or data has to think of it, and a new one cannot forget it.

Only what leaves otherwise strikes for itself, with the same rules: papers (`custody.papers.printing`), the live board's
stream (`desks.live`), shares, messages and exports of the ledger.
"""

import re
from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.guard import acting
from bluelamp.design.own_words import BEGIN, END
from bluelamp.people.rules.striking import Marks, struck, that_may_be_in
from bluelamp.safeguarding.actions.telling_owner import note_written
from bluelamp.safeguarding.hiding import Kept, calls_at, hidden_from, kept_for, sent_or_sending

MARKS = Marks(begin=BEGIN, end=END)
_MARKED = BEGIN.encode()
_KINDS = {"text/html": "html", "application/json": "json", "application/geo+json": "json"}
_ROUTE = re.compile(r"incident/<int:(\w+)>")
_TROUBLE = 500
Answer = Callable[[HttpRequest], HttpResponseBase]


def StrikeOut(answer: Answer) -> Answer:  # noqa: N802
    """Middleware: strikes kept addresses out of what leaves, and tells their owner where somebody wrote one."""

    def striking(request: HttpRequest) -> HttpResponseBase:
        return _struck(request, answer(request))

    return striking


def _struck(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if not isinstance(response, HttpResponse) or response.status_code >= _TROUBLE:
        return response  # a page that says that something broke holds nothing that anybody wrote
    text = _kind(response) if response.content else ""
    wrote = request.method == "POST" and acting(request).signed_in and bool(request.POST)
    if not text and not wrote:
        return response
    kept = kept_for(request)
    if wrote and kept:
        _tell_owners(request, kept)
    if text:
        _strike(request, response, text, kept)
    return response


def _kind(response: HttpResponse) -> str:
    """How this answer is read: nothing for what is no text."""
    kind = response.get("Content-Type", "").partition(";")[0].strip()
    return _KINDS.get(kind, "text" if kind.startswith("text/") else "")


def _strike(request: HttpRequest, response: HttpResponse, kind: str, kept: Sequence[Kept]) -> None:
    there = that_may_be_in(response.content, [one.address for one in kept]) if kept else []
    if not there and _MARKED not in response.content:
        return
    by = acting(request)
    secrets = hidden_from(by, among=[one for one in kept if one.address in there])
    secrets, spared = at_calls(by, secrets, incident=_incident_of(request))
    body = response.content.decode(response.charset)
    response.content = struck(body, kind=kind, secrets=secrets, marks=MARKS, spared=spared)
    if response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))


def at_calls(by: Acting, secrets: Sequence[str], *, incident: int) -> tuple[list[str], list[str]]:
    """What stays hidden where a call is open at such an address, and the places that are drawn as they were said.

    On the pages of that very `incident` its address is read by whoever sends and goes; on those of other incidents
    and on lists (0) only its place, on every other page (-1) not even that.
    """
    calls = sent_or_sending(by, calls_at(secrets), at=clock.now())
    free = {address for one in calls if one.incident == incident for address in one.addresses}
    return [one for one in secrets if one not in free], [one.place for one in calls if incident >= 0]


def _incident_of(request: HttpRequest) -> int:
    """The incident that a page is about; 0 for one about none, or about many; -1 for one about something else."""
    match = request.resolver_match
    if match is None:
        return -1
    if found := _ROUTE.search(match.route):
        return int(match.kwargs[found[1]])
    if match.namespace != "desks" or match.kwargs.get("pk"):
        return -1
    chosen = request.GET.get("incident", "") or request.POST.get("incident", "")
    return int(chosen) if chosen.isdecimal() and len(chosen) < 18 else 0


def _tell_owners(request: HttpRequest, kept: Sequence[Kept]) -> None:
    """Somebody who is not on the record sent a kept address: known or guessed, its owner hears of it."""
    sent = "\n".join(value for name in request.POST for value in request.POST.getlist(name))
    there = that_may_be_in(sent.encode(), [one.address for one in kept])
    if not there:
        return
    by = acting(request)
    hidden = hidden_from(by, among=[one for one in kept if one.address in there])
    hidden, _ = at_calls(by, hidden, incident=_incident_of(request))
    held = [one for one in hidden if struck(sent, kind="text", secrets=[one], marks=MARKS) != sent]
    people = sorted({one.person for one in kept if one.address in held})
    if people:
        note_written(people=people, where=request.path, by=by, at=clock.now())
