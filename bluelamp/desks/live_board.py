"""What the live board shows, read in a few statements: rows of incidents, units, what rings, cover left.

The same rows are drawn for the page and for the event stream, so nothing here depends on who looks. A restricted
incident shows no more than that it exists and whom to ask.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.urls import reverse

from bluelamp.access.queries import Sight
from bluelamp.calls import events as calls
from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.rules.channels import Channel
from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.instants import local_day
from bluelamp.design import times
from bluelamp.design.fuse import Fuse, fuse
from bluelamp.desks.happened import marked
from bluelamp.desks.rules.queues import Queue, Ring, queues
from bluelamp.dispatch import events as dispatch
from bluelamp.dispatch.queries import OnTheStreet, cover_left
from bluelamp.dispatch.rules.cover import Cover
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.ledger.queries import Line, timeline
from bluelamp.places.geography import geography

LONG = timedelta(hours=10)
"""From here on a countdown is told in whole hours."""
LETTERS = {"G1": "I", "G2": "P", "G3": "S", "G4": "R"}
HEADS = {
    "": ("Not graded", "assess now"),
    "G1": ("Immediate", "at once"),
    "G2": ("Priority", "as soon as can be"),
    "G3": ("Scheduled", "agreed time"),
    "G4": ("Resolved without deployment", "call-back owed"),
}
LOG = (
    calls.INCIDENT_LOGGED,
    calls.LINE_ADDED,
    calls.GRADED,
    calls.GRADE_CHANGED,
    calls.SLOT_AGREED,
    calls.DELAY_NOTED,
    calls.INCIDENT_CLOSED,
    dispatch.ASSIGNED,
    dispatch.ACKNOWLEDGED,
    dispatch.EN_ROUTE,
    dispatch.AT_SCENE,
    dispatch.CLEAR,
    dispatch.CUSTODY_JOURNEY,
)
"""What the board shows of an incident's log; its page shows everything."""
LINES = 6
UNIT_GROUPS = (
    ("Free", "free", (Status.FREE,)),
    ("Travelling", "travelling", (Status.ASSIGNED, Status.ACKNOWLEDGED, Status.EN_ROUTE)),
    ("At scene", "at_scene", (Status.AT_SCENE,)),
    ("Not available", "off", (Status.CUSTODY_JOURNEY, Status.NOT_AVAILABLE, Status.ON_CALL)),
)


def log_of(incident: int, *, reader: str = "") -> list[Line]:
    """The newest lines of its log; one statement. What the `reader` wrote is theirs."""
    return marked(timeline(f"incident:{incident}", limit=LINES, only=LOG), reader)


@dataclass(frozen=True, kw_only=True)
class IncidentRow:
    """One incident in the list. `by` and `due` are the words beside the fuse."""

    pk: int
    serial: int
    grade: str
    kind: str
    place: str
    url: str
    began: int = 0
    until: int = 0
    fuse: Fuse | None = None
    by: str = ""
    due: str = ""
    units: str = ""
    note: str = ""
    restricted: bool = False

    @property
    def letter(self) -> str:
        return LETTERS.get(self.grade, "S")


@dataclass(frozen=True, kw_only=True)
class IncidentGroup:
    """The incidents of one grade, soonest due first."""

    grade: str
    title: str
    note: str
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, kw_only=True)
class UnitRow:
    """One unit: its mark, where it is in words, who is in it, and how long."""

    call_sign: str
    mark: str
    where: str
    who: str
    time: str
    lon: float
    lat: float


@dataclass(frozen=True, kw_only=True)
class UnitGroup:
    """Units in one state."""

    title: str
    rows: tuple[UnitRow, ...]


@dataclass(frozen=True, kw_only=True)
class Ringing:
    """The contact that rings longest, in words."""

    contact: int
    where: str
    words: str
    rang_at: datetime
    others: int


def incident_groups(
    incidents: Iterable[Incident], street: Sequence[OnTheStreet], sights: Mapping[str, Sight], at: datetime
) -> list[IncidentGroup]:
    """Open incidents by grade, each row with its fuse and its units."""
    sent = units_by_incident(street)
    by_grade: dict[str, list[IncidentRow]] = {grade: [] for grade in HEADS}
    for incident in incidents:
        by_grade[incident.grade].append(incident_row(incident, sent.get(incident.pk, []), sights, at))
    return [
        IncidentGroup(grade=grade, title=HEADS[grade][0], note=HEADS[grade][1], rows=tuple(rows))
        for grade, rows in by_grade.items()
        if rows or grade
    ]


def units_by_incident(street: Sequence[OnTheStreet]) -> dict[int, list[OnTheStreet]]:
    found: dict[int, list[OnTheStreet]] = {}
    for each in street:
        if each.assignment:
            found.setdefault(each.assignment.incident_id, []).append(each)
    return found


def incident_row(
    incident: Incident, sent: Sequence[OnTheStreet], sights: Mapping[str, Sight], at: datetime
) -> IncidentRow:
    """One row; of a restricted incident nothing but its number and whom to ask."""
    url = f"{board_url()}?incident={incident.pk}"
    sight = sights.get(incident.ref)
    if sight and not sight.may_see:
        return IncidentRow(
            pk=incident.pk,
            serial=incident.serial,
            grade=incident.grade,
            kind="A restricted record exists",
            place=f"Ask {sight.ask}",
            url=reverse("desks:incident", args=[incident.pk]),
            restricted=True,
        )
    row = IncidentRow(
        pk=incident.pk,
        serial=incident.serial,
        grade=incident.grade,
        kind=incident.kind,
        place=incident.place_words or incident.settlement or "Place not known yet",
        url=url,
        units=" ".join(each.unit.call_sign for each in sent),
        note=_sent_note(incident, sent),
    )
    return _with_fuse(row, incident, at)


def _with_fuse(row: IncidentRow, incident: Incident, at: datetime) -> IncidentRow:
    due = incident.attend_due_at
    if due is None:
        words = "ring back" if incident.grade == Grade.RESOLVED else "no time set"
        return IncidentRow(**{**vars(row), "by": words, "due": times.clock_words(incident.received_at)})
    done = incident.first_at_scene_at
    drawn = fuse(began_at=incident.created_at, due=due, at=at, done_at=done)
    if done:
        words = times.kept_words(done) if drawn.state == "kept" else f"late {times.span_words(done - due)}"
    else:
        words = times.until_words(due, at)
        words = words.rpartition(" h ")[0] + " h" if due - at > LONG else words
    more = {"fuse": drawn, "by": words, "due": times.clock_words(due), "began": int(incident.created_at.timestamp())}
    return IncidentRow(**{**vars(row), **more, "until": 0 if done or due - at > LONG else int(due.timestamp())})


def _sent_note(incident: Incident, sent: Sequence[OnTheStreet]) -> str:
    if not sent:
        return "" if incident.grade == Grade.RESOLVED else "choose"
    if any(each.unit.status == Status.AT_SCENE for each in sent):
        return "at scene"
    custody = any(each.unit.status == Status.CUSTODY_JOURNEY for each in sent)
    return "custody" if custody else "travelling"


def unit_groups(street: Sequence[OnTheStreet], sights: Mapping[str, Sight], at: datetime) -> list[UnitGroup]:
    """Units by what they do; those off duty are left out."""
    found = []
    for title, mark, states in UNIT_GROUPS:
        rows = tuple(_unit_row(each, mark, sights, at) for each in street if each.unit.status in states)
        found.append(UnitGroup(title=title, rows=rows))
    return found


def _unit_row(each: OnTheStreet, mark: str, sights: Mapping[str, Sight], at: datetime) -> UnitRow:
    unit = each.unit
    kind = unit.kind.replace("_", " ").capitalize()
    crew = ", ".join(each.crew) or "No crew"
    return UnitRow(
        call_sign=unit.call_sign,
        mark="custody" if unit.status == Status.CUSTODY_JOURNEY else mark,
        where=_unit_where(each, sights),
        who=f"{crew}. {kind}" if unit.status in (Status.FREE, Status.NOT_AVAILABLE, Status.ON_CALL) else crew,
        time=_unit_time(each, at),
        lon=each.point.lon,
        lat=each.point.lat,
    )


def _unit_where(each: OnTheStreet, sights: Mapping[str, Sight]) -> str:
    unit = each.unit
    if each.assignment is None:
        return unit.status_words or f"{Status(unit.status).words.capitalize()}, {each.settlement}"
    if unit.status == Status.CUSTODY_JOURNEY:
        return unit.status_words
    job = each.assignment.incident
    sight = sights.get(job.ref)
    place = "" if sight and not sight.may_see else f", {job.place_words or job.settlement}"
    return f"{'At' if unit.status == Status.AT_SCENE else 'To'} {job.serial}{place}"


def _unit_time(each: OnTheStreet, at: datetime) -> str:
    """Minutes to go while it travels, else how long it has been so."""
    assignment = each.assignment
    if assignment and each.unit.status == Status.EN_ROUTE and assignment.en_route_at:
        left = assignment.drive_seconds_expected - (at - assignment.en_route_at).total_seconds()
        return f"{round(left / 60)} min off" if left >= 30 else "due there"
    return times.span_words(at - each.unit.status_since)


def cover_now(street: Sequence[OnTheStreet], at: datetime) -> tuple[Cover, ...]:
    """Units left to each settlement within half an hour."""
    return cover_left(settlement_names(), list(street), local_day(at), at)


def settlement_names() -> list[str]:
    """The borough's settlements that lie within it, in its own order."""
    return [settlement.name for settlement in geography().settlements if geography().contains(settlement.point)]


def what_rings(contacts: Sequence[Contact]) -> Ringing | None:
    """The call that has rung longest; None when no line rings. What is written waits in call handling."""
    waiting = [one for one in contacts if one.answered_at is None and Channel(one.channel).rings]
    if not waiting:
        return None
    first = waiting[0]
    channel = Channel(first.channel)
    place = first.point.name.removeprefix(f"{channel.words}, ") if first.point else ""
    at = f", {place}" if place else ""
    number = f" from {first.caller_number}" if first.caller_number else ""
    return Ringing(
        contact=first.pk,
        where=f"{channel.words} ringing{at}{number}",
        words=_ringing_words(first, channel),
        rang_at=first.rang_at,
        others=len(waiting) - 1,
    )


def _ringing_words(contact: Contact, channel: Channel) -> str:
    words = ["Open line, no voice yet."] if contact.silent else []
    if channel is Channel.HELP_POINT:
        words.append("Ask where it is happening: it may not be at the phone. Same grades as 999.")
    return " ".join(words)


def lines_waiting(contacts: Sequence[Contact], at: datetime) -> tuple[Queue, ...]:
    """The queues at the top of the board."""
    rings = [Ring(channel=c.channel, rang_at=c.rang_at, answered_at=c.answered_at) for c in contacts]
    return queues(rings, at=at)


@cache
def board_url() -> str:
    return reverse("desks:board")
