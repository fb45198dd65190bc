"""Live pages: what changed since a position, drawn once for everybody who may see the board, and who may listen.

Only what all of them may see is drawn: no form, no name of who looks, and of a restricted incident no more than that
it exists. A page that needs more asks for that part again, as its own reader.
"""

import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.http import HttpRequest
from django.template.loader import render_to_string

from bluelamp import clock
from bluelamp.access.acting import PUBLIC, Acting
from bluelamp.access.middleware import acting_of, last_at_locked_terminal
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.access.standing import still_there, went_away
from bluelamp.calls.models import Incident
from bluelamp.calls.queries import contacts_now, open_incidents
from bluelamp.desks import live_board
from bluelamp.desks.row_drawing import row_html
from bluelamp.dispatch.queries import OnTheStreet, board_units
from bluelamp.ledger.channels import Channel, channels
from bluelamp.ledger.relay import Message
from bluelamp.ledger.streams import Scope, Streams
from bluelamp.people.rules.striking import struck, that_may_be_in
from bluelamp.safeguarding.hiding import SENDS, Kept, calls_at, kept_now
from bluelamp.safeguarding.striking import MARKS

STANDS_AT = "desks:board"
"""The page whose open stream is a standing look."""
OFFICER = "bluelamp.officer"
LONGEST_SOCKET = 100  # the system's limit is 103 to 107 bytes
_ABOUT = ("calls.", "dispatch.", "crimes.", "victims.", "custody.arrested", "access.record_restricted", "access.restr")
_UNITS = ("dispatch.", "duty.")
Fragments = list[tuple[str, str]]


def wants(entry: Message) -> bool:
    """Whether an entry changes anything on a board."""
    return entry.event.startswith((*_ABOUT, *_UNITS))


def render(entries: Sequence[Message], capabilities: frozenset[str]) -> Fragments:
    """The parts of the board that these entries changed, as they stand now, with no kept address in them."""
    found = _drawn(entries, replace(PUBLIC, capabilities=capabilities & set(SENDS)))
    kept = kept_now() if found else []
    return [(name, _struck(html, kept, capabilities)) for name, html in found] if kept else found


def _struck(html: str, kept: Sequence[Kept], capabilities: frozenset[str]) -> str:
    """For whoever sends, the places of open calls stand as they were said: they must read where to send to.

    Who opens the board asks for the log of the chosen incident again, as its own reader.
    """
    secrets = that_may_be_in(html.encode(), [one.address for one in kept])
    spared = [one.place for one in calls_at(secrets)] if capabilities & set(SENDS) else []
    return struck(html, kind="html", secrets=secrets, marks=MARKS, spared=spared) if secrets else html


def _drawn(entries: Sequence[Message], reader: Acting) -> Fragments:
    at = clock.now()
    changed = _incidents_in(entries)
    moved = any(entry.event.startswith(_UNITS) for entry in entries)
    rang = any(entry.record.startswith("contact:") for entry in entries)
    street = board_units(at) if changed or moved else []
    sights = _all_restricted(changed, street, reader, at)
    found: Fragments = []
    if changed:
        found += [("incidents", _rows(changed, street, sights, at)), ("log", _logs(changed, sights))]
    if moved:
        facts = {"units": live_board.unit_groups(street, sights, at), "cover": live_board.cover_now(street, at)}
        found.append(("units", render_to_string("desks/board_units.html", facts)))
    if rang:
        found.append(("rings", _rings(at)))
    return found


def _incidents_in(entries: Iterable[Message]) -> list[int]:
    refs = {ref for entry in entries for ref in (entry.record, *entry.about) if ref.startswith("incident:")}
    return sorted(int(ref.partition(":")[2]) for ref in refs)


def _all_restricted(
    changed: Sequence[int], street: Sequence[OnTheStreet], reader: Acting, at: datetime
) -> dict[str, Sight]:
    """Every restricted incident named here: in a drawing for everybody only who answers and sends may see one, where it
    is restricted by its kind; any other nobody."""
    busy = [each.assignment.incident.ref for each in street if each.assignment]
    return restricted_among(reader, [*(f"incident:{number}" for number in changed), *busy], at=at)


def _rows(changed: Sequence[int], street: Sequence[OnTheStreet], sights: dict[str, Sight], at: datetime) -> str:
    """The changed rows, each with the row it now stands after, those closed as gone, and the heads' counts."""
    everything = list(open_incidents())
    by_grade: dict[str, list[Incident]] = {}
    for one in everything:
        by_grade.setdefault(one.grade, []).append(one)
    sent = live_board.units_by_incident(street)
    drawn = [_head(grade, len(by_grade.get(grade, ()))) for grade in live_board.HEADS]
    standing = {one.pk for one in everything}
    drawn += [f'<li class="inc" id="inc-{number}" data-gone></li>' for number in changed if number not in standing]
    for members in by_grade.values():
        for before, one in zip([None, *members], members, strict=False):
            if one.pk in changed:
                row = live_board.incident_row(one, sent.get(one.pk, []), sights, at)
                after = f"inc-{before.pk}" if before else ""
                drawn.append(row_html(row, after=after))
    return "".join(drawn)


def _head(grade: str, count: int) -> str:
    title, note = live_board.HEADS[grade]
    facts = {"group": {"title": title, "note": note}, "n": count}
    return f'<div id="head-{grade or "none"}">{render_to_string("desks/board_head.html", facts)}</div>'


def _logs(changed: Sequence[int], sights: dict[str, Sight]) -> str:
    return "".join(_log(number) for number in changed if _shown(sights.get(f"incident:{number}")))


def _shown(sight: Sight | None) -> bool:
    return sight is None or sight.may_see


def _log(number: int) -> str:
    lines = live_board.log_of(number)
    return render_to_string("desks/board_log.html", {"pk": number, "lines": lines})


def _rings(at: datetime) -> str:
    contacts = contacts_now(at)
    strip = render_to_string("desks/board_ringing.html", {"rings": live_board.what_rings(contacts)})
    lines = render_to_string("desks/board_queues.html", {"queues": live_board.lines_waiting(contacts, at)})
    return f'<div id="rings">{strip}</div><div id="queues">{lines}</div>'


def warm_up() -> None:
    """Read what is read once (the borough's ground, the law, the templates), so that the first change is not slow."""
    at = clock.now()
    street = board_units(at)
    facts = {"units": live_board.unit_groups(street, {}, at), "cover": live_board.cover_now(street, at)}
    render_to_string("desks/board_units.html", facts)
    _rings(at)
    for one in open_incidents()[:1]:
        _rows([one.pk], street, {}, at)
        _log(one.pk)


BOARD = Channel(name="board", capability="dispatch.view", render=render, wants=wants, varies=frozenset(SENDS))
channels.declare(BOARD)


def relay_socket() -> Path:
    """Where relay and web workers meet: in the home, or a short place where that path would be too long."""
    near = Path(settings.HOME) / "relay.sock"
    if len(os.fsencode(near)) <= LONGEST_SOCKET:
        return near
    short = sha256(os.fsencode(near)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"bluelamp-{os.geteuid()}-{short}.sock"


async def authenticate(scope: Scope) -> frozenset[str] | None:
    """The capabilities of whoever opens a stream, by the session of the page; None for somebody not signed in.

    Asked again every minute: so an open board shows that it is still there, and its standing look goes on.
    """
    who, capabilities = await sync_to_async(_who_and_what, thread_sensitive=False)(_cookies(scope), _is_board(scope))
    if who:
        scope[OFFICER] = who
    return capabilities


async def left(scope: Scope) -> None:
    """The stream of a board has ended: the page was left, or its officer signed out."""
    if officer := scope.get(OFFICER):
        await sync_to_async(_left, thread_sensitive=False)(officer)


def _cookies(scope: Scope) -> str:
    return "; ".join(value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie")


def _is_board(scope: Scope) -> bool:
    query: bytes = scope.get("query_string", b"")
    return parse_qs(query.decode("latin-1")).get("page") == [STANDS_AT]


def _who_and_what(cookies: str, is_board: bool) -> tuple[int | None, frozenset[str] | None]:
    """Who opens a stream, where their standing look is kept by it, and what they may do."""
    request = HttpRequest()
    try:
        jar = SimpleCookie(cookies)
    except CookieError:
        return None, None
    held = jar.get(settings.SESSION_COOKIE_NAME)
    if held is None:
        return None, None
    try:
        request.session = SessionStore(held.value)
        request.user = get_user(request)
        by = acting_of(request)
        if not by.signed_in:
            by = last_at_locked_terminal(request) or by
        if not by.signed_in:
            return None, None
        who = by.officer_id if is_board else None
        if who:
            still_there(page=STANDS_AT, officer=who, at=clock.now())
        return who, by.capabilities
    finally:
        connection.close()


def _left(officer: int) -> None:
    try:
        went_away(page=STANDS_AT, officer=officer, at=clock.now())
    finally:
        connection.close()


application = Streams(socket=relay_socket(), authenticate=authenticate, left=left)
