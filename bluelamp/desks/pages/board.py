"""The live board: what rings, what is open, who is out there, who to send, and who is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.access.standing import stand_at
from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.queries import contacts_now, incident, open_incidents
from bluelamp.desks import live_board
from bluelamp.desks.row_drawing import row_html
from bluelamp.desks.victim_panel import panel, refs_of
from bluelamp.dispatch.offers import Sendable, whom_to_send
from bluelamp.dispatch.queries import OnTheStreet, board_units
from bluelamp.ledger.queries import position
from bluelamp.safeguarding.hiding import kept_for, places_hidden
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_with_safe_contact

NAME = "desks:board"
RANKED, REFUSED = 3, 2
STANDING = "standing_look"
SEEN_FOR = 60  # seconds in which a board drawn again need not say again that it is there


@dataclass(frozen=True, kw_only=True)
class Board:
    """Everything read for one drawing of the board."""

    at: datetime
    position: str
    incidents: list[Incident]
    street: list[OnTheStreet]
    contacts: list[Contact]
    chosen: Incident | None
    victims: list[Victim]
    sights: Mapping[str, Sight]


@page("dispatch.view", board=True)
def board(request: HttpRequest) -> HttpResponse:
    """`?incident=` chooses; `&part=chosen` gives the middle alone."""
    if request.GET.get("part") == "chosen":
        return _middle(request)
    return draw(request)


def draw(request: HttpRequest, *, said: str = "", refused: str = "", status: int = 200) -> HttpResponse:
    """The whole page, with what the command line answers."""
    by = acting(request)
    found = read(by, clock.now(), _number(request))
    _stand_and_look(request, by, found)
    facts = {
        "by": by,
        "said": said,
        "refused": refused,
        "may_answer": by.may("calls.answer") and not getattr(request, "board_is_locked", False),
        "may_order": by.may("dispatch.assign", "dispatch.status", "calls.log"),
        "stream_url": f"/live/board/?page={NAME}&since={found.position}",
        **lists(found),
        **_chosen_facts(found, by),
    }
    return render(request, "desks/board.html", facts, status=status)


def read(by: Acting, at: datetime, number: int) -> Board:
    """Reads the board in eight statements: position, incidents, units, contacts, victims, restrictions; then two for
    the chosen incident's log and the crews' training."""
    since = position()
    incidents = list(open_incidents())
    chosen = next((one for one in incidents if one.pk == number), None)
    if number and chosen is None:
        chosen = incident(number)
    elif chosen is None and incidents:
        chosen = incidents[0]
    victims = list(victims_with_safe_contact(chosen.pk)) if chosen else []
    records = [one.ref for one in incidents] + [ref for victim in victims for ref in refs_of(victim)]
    return Board(
        at=at,
        position=since,
        incidents=incidents,
        street=board_units(at),
        contacts=contacts_now(at),
        chosen=chosen,
        victims=victims,
        sights=restricted_among(by, [*records, chosen.ref] if chosen else records, at=at),
    )


def lists(found: Board) -> dict[str, Any]:
    """What is the same for everybody: rows, units, what rings."""
    return {
        "groups": [_drawn(group, found.chosen) for group in _groups(found)],
        "units": live_board.unit_groups(found.street, found.sights, found.at),
        "cover": live_board.cover_now(found.street, found.at),
        "rings": live_board.what_rings(found.contacts),
        "queues": live_board.lines_waiting(found.contacts, found.at),
        "chosen": found.chosen.pk if found.chosen else "",
    }


def _groups(found: Board) -> list[live_board.IncidentGroup]:
    return live_board.incident_groups(found.incidents, found.street, found.sights, found.at)


def _drawn(group: live_board.IncidentGroup, chosen: Incident | None) -> dict[str, Any]:
    number = chosen.pk if chosen else 0
    rows = "".join(row_html(row, chosen=row.pk == number) for row in group.rows)
    return {**vars(group), "count": len(group.rows), "html": mark_safe(rows)}


def _chosen_facts(found: Board, by: Acting) -> dict[str, Any]:
    chosen = found.chosen
    if chosen is None:
        return {"incident": None}
    sight = found.sights.get(chosen.ref)
    if sight and not sight.may_see:
        return {"incident": None, "nothing": sight.words}
    choices = whom_to_send(chosen, at=found.at, street=found.street) if chosen.state == Incident.State.OPEN else ()
    return {
        "incident": chosen,
        "victims": [panel(victim, (), by, found.sights) for victim in found.victims],
        "lines": live_board.log_of(chosen.pk, reader=by.ref),
        "late": bool(chosen.attend_due_at and chosen.attend_due_at < found.at),
        "may_send": by.may("dispatch.assign"),
        **_split(choices),
    }


def _split(choices: Sequence[Sendable]) -> dict[str, Sequence[Sendable]]:
    ranked = [choice for choice in choices if choice.rank]
    against = [choice for choice in choices if not choice.rank and choice.minutes is not None]
    first, refused = ranked[:RANKED], against[:REFUSED]
    rest = [choice for choice in choices if choice not in first and choice not in refused]
    return {"choices": first, "against": refused, "more": rest}


def _middle(request: HttpRequest) -> HttpResponse:
    by, at = acting(request), clock.now()
    chosen = incident(_number(request))
    victims = list(victims_with_safe_contact(chosen.pk)) if chosen else []
    records = [chosen.ref, *(ref for victim in victims for ref in refs_of(victim))] if chosen else []
    found = Board(
        at=at,
        position="",
        incidents=[],
        street=board_units(at),
        contacts=[],
        chosen=chosen,
        victims=victims,
        sights=restricted_among(by, records, at=at),
    )
    _stand_and_look(request, by, found)
    return render(request, "desks/board_chosen.html", _chosen_facts(found, by))


def _stand_and_look(request: HttpRequest, by: Acting, found: Board) -> None:
    """An open board over restricted records is one standing look, from when it is drawn to when it is left (D10)."""
    moment = found.at.timestamp()
    if not found.sights or by.officer_id is None or 0 <= moment - request.session.get(STANDING, 0) < SEEN_FOR:
        return
    stand_at(page=NAME, by=by, at=found.at)
    request.session[STANDING] = moment


def _number(request: HttpRequest) -> int:
    said = request.GET.get("incident", "") or request.POST.get("incident", "")
    return int(said) if said.isdecimal() and len(said) < 18 else 0


@page("dispatch.view", board=True)
def board_marks(request: HttpRequest, what: str) -> JsonResponse:
    """What the map draws of the lists, as points: `units` or `incidents`. It repeats the lists and never adds."""
    by, at = acting(request), clock.now()
    found = list(open_incidents())
    sights = restricted_among(by, [one.ref for one in found], at=at)
    veiled = places_hidden(by, kept_for(request), at=at)  # a point tells where as well as words do
    placed = [one for one in found if one.lon is not None and one.lat is not None]
    hidden = {ref for ref, sight in sights.items() if not sight.may_see}
    shown = [one for one in placed if one.ref not in hidden and one.pk not in veiled]
    features = _unit_marks(at, sights) if what == "units" else _incident_marks(shown, at)
    return JsonResponse({"type": "FeatureCollection", "features": features})


def _unit_marks(at: datetime, sights: Mapping[str, Sight]) -> list[dict[str, Any]]:
    """Each unit in the words of its row; what would be said of a restricted incident is left out there too."""
    rows = [row for group in live_board.unit_groups(board_units(at), sights, at) for row in group.rows]
    return [_mark(row.lon, row.lat, call_sign=row.call_sign, status=row.mark, words=row.where) for row in rows]


def _incident_marks(shown: Sequence[Incident], at: datetime) -> list[dict[str, Any]]:
    """Each incident in the words of its row."""
    rows = [(one, live_board.incident_row(one, (), {}, at)) for one in shown]
    return [
        _mark(
            float(one.lon or 0),
            float(one.lat or 0),
            number=row.serial,
            grade=row.letter,
            words=f"{row.kind}, {row.place}",
            url=row.url,
        )
        for one, row in rows
    ]


def _mark(lon: float, lat: float, **facts: Any) -> dict[str, Any]:
    where = {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]}
    return {"type": "Feature", "properties": facts, "geometry": where}


def board_of(number: int) -> str:
    """The board with one incident chosen."""
    return f"{reverse(NAME)}?incident={number}"
