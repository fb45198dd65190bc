"""Sending a unit and following it: assigned, travelling, at scene, clear. A person decides; the advice only advises."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls.models import Incident
from bluelamp.calls.owed import ATTEND, ESCALATED, RESOURCE
from bluelamp.compiled import Compiled, Given, fetch, insert, update
from bluelamp.dispatch import events
from bluelamp.dispatch.models import Assignment, Unit
from bluelamp.dispatch.rules.unit_status import Status, may_move
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep
from bluelamp.verdict import Refused, insist, refused

_WORK = Compiled(lambda: Assignment.objects.filter(unit_id=Given("unit"), clear_at__isnull=True))


@action
def assign(
    *,
    by: Acting,
    at: datetime,
    unit: int,
    incident: int,
    drive_seconds: int,
    advice_rank: int | None = None,
    why: str = "",
    seen_on: str | None = None,
    key: str | None = None,
) -> str:
    """Send a unit to an open incident, diverting it where it still travels elsewhere.

    The rank it had in the advice and the reason are kept. `seen_on` is the assignment the sender saw it on ("" for
    none): refused where another desk has sent it somewhere else since.
    """
    require(by, "dispatch.assign")
    sent = _locked(unit)
    to = fetch(Incident, incident, lock=True)
    if to.state != Incident.State.OPEN:
        raise Refused(refused(f"Incident {to.number} is closed.", "Order of events"))
    if sent.status in (Status.ASSIGNED, Status.ACKNOWLEDGED, Status.EN_ROUTE):
        _divert(sent, at, to, seen_on)
    insist(may_move(before=Status(sent.status), after=Status.ASSIGNED, has_job=False))
    assignment = insert(
        Assignment(
            unit=sent,
            incident=to,
            assigned_at=at,
            from_lon=sent.lon,
            from_lat=sent.lat,
            drive_seconds_expected=drive_seconds,
            advice_rank=advice_rank,
            why=why,
        )
    )
    _set(sent, Status.ASSIGNED, at, f"To {to.serial}, {to.settlement or 'the borough'}")
    facts = {"grade": to.grade, "drive_seconds_expected": drive_seconds, "advice_rank": advice_rank}
    _say(events.ASSIGNED, assignment, sent, facts, why=why)
    if to.grade in ESCALATED:
        keep(RESOURCE, record=to.ref, at=at)
    return assignment.ref


@action
def acknowledge(*, by: Acting, at: datetime, unit: int, key: str | None = None) -> str:
    """The unit says that it has heard the assignment; it may set out without saying so."""
    require(by, "dispatch.status")
    heard, assignment = _live(unit)
    insist(may_move(before=Status(heard.status), after=Status.ACKNOWLEDGED, has_job=True))
    _not_before(at, assignment.assigned_at, "A unit cannot answer before it was assigned.")
    assignment.acknowledged_at = at
    update(assignment, "acknowledged_at")
    _set(heard, Status.ACKNOWLEDGED, at, heard.status_words)
    _say(events.ACKNOWLEDGED, assignment, heard, {})
    return assignment.ref


@action
def en_route(*, by: Acting, at: datetime, unit: int, key: str | None = None) -> str:
    """The unit starts to travel."""
    require(by, "dispatch.status")
    moving, assignment = _live(unit)
    insist(may_move(before=Status(moving.status), after=Status.EN_ROUTE, has_job=True))
    _not_before(at, assignment.assigned_at, "A unit cannot travel before it was assigned.")
    assignment.en_route_at = at
    update(assignment, "en_route_at")
    _set(moving, Status.EN_ROUTE, at, moving.status_words)
    _say(events.EN_ROUTE, assignment, moving, {})
    return assignment.ref


@action
def at_scene(*, by: Acting, at: datetime, unit: int, key: str | None = None) -> str:
    """The unit arrives; the first to arrive keeps the promise of attendance (C8)."""
    require(by, "dispatch.status")
    there, assignment = _live(unit)
    insist(may_move(before=Status(there.status), after=Status.AT_SCENE, has_job=True))
    _not_before(at, assignment.en_route_at or assignment.assigned_at, "A unit cannot be at scene before it was sent.")
    incident = fetch(Incident, assignment.incident_id, lock=True)
    first = incident.first_at_scene_at is None
    assignment.at_scene_at = at
    update(assignment, "at_scene_at")
    there.lon, there.lat = incident.lon or there.lon, incident.lat or there.lat
    there.positioned_at = at
    _set(there, Status.AT_SCENE, at, f"At {incident.serial}, {incident.settlement or 'the borough'}", moved=True)
    facts = {
        "first": first,
        "grade": incident.grade,
        "drive_seconds": round((at - (assignment.en_route_at or assignment.assigned_at)).total_seconds()),
        "due_at": incident.attend_due_at.isoformat() if incident.attend_due_at else None,
    }
    _say(events.AT_SCENE, assignment, there, facts)
    if first:
        incident.first_at_scene_at = at
        update(incident, "first_at_scene_at")
        keep(ATTEND, record=incident.ref, at=at)
    return assignment.ref


@action
def clear(*, by: Acting, at: datetime, unit: int, result: str = "", key: str | None = None) -> str:
    """The unit is done here and free again; a suite clears the crew that hands somebody over."""
    require(by, "dispatch.status", "custody.book_in")
    done, assignment = _live(unit)
    started = assignment.at_scene_at or assignment.en_route_at or assignment.assigned_at
    _not_before(at, started, "A unit cannot be clear before it arrived.")
    assignment.clear_at = at
    update(assignment, "clear_at")
    _set(done, Status.FREE, at, "")
    _say(events.CLEAR, assignment, done, {}, result=result)
    return assignment.ref


@action
def custody_journey(*, by: Acting, at: datetime, unit: int, suite: str, key: str | None = None) -> str:
    """The unit leaves the scene with a detainee for a suite; it stays on its incident until clear."""
    require(by, "dispatch.status")
    leaving, assignment = _live(unit)
    insist(may_move(before=Status(leaving.status), after=Status.CUSTODY_JOURNEY, has_job=True))
    _set(leaving, Status.CUSTODY_JOURNEY, at, f"Custody journey to {suite}")
    _say(events.CUSTODY_JOURNEY, assignment, leaving, {"suite": suite})
    return assignment.ref


def _divert(unit: Unit, at: datetime, to: Incident, seen_on: str | None) -> None:
    """Take a travelling unit off its incident; that one waits again for a unit of its own."""
    left = Assignment.objects.select_for_update(of=("self",)).get(unit=unit, clear_at__isnull=True)
    if left.incident_id == to.pk:
        raise Refused(
            refused(f"{unit.call_sign} is assigned to this incident already.", "One live assignment per unit")
        )
    if seen_on is not None and left.ref != seen_on:
        words = (
            f"{unit.call_sign} was sent elsewhere in the meantime: {unit.status_words}. Look again before you send it."
        )
        raise Refused(refused(words, "One live assignment per unit"))
    left.clear_at = at
    update(left, "clear_at")
    _say(events.CLEAR, left, unit, {}, result=f"Diverted to {to.number}.")
    unit.status = Status.FREE


def _locked(unit: int) -> Unit:
    return fetch(Unit, unit, lock=True)


def _live(unit: int) -> tuple[Unit, Assignment]:
    found = _locked(unit)
    assignment = _WORK.first(unit=unit)
    if assignment is None:
        raise Refused(refused(f"{found.call_sign} is not assigned to any incident.", "Order of events"))
    return found, assignment


def _set(unit: Unit, status: Status, at: datetime, words: str, *, moved: bool = False) -> None:
    unit.status, unit.status_since, unit.status_words = status, at, words
    where = ["lon", "lat", "positioned_at"] if moved else []
    update(unit, "status", "status_since", "status_words", *where)


def _not_before(at: datetime, earlier: datetime, words: str) -> None:
    if at < earlier:
        raise Refused(refused(words, "Order of events"))


def _say(event: Event, assignment: Assignment, unit: Unit, facts: dict[str, object], **words: str) -> None:
    write(
        event,
        record=f"incident:{assignment.incident_id}",
        about=(unit.ref,),
        facts={"unit": unit.ref, "call_sign": unit.call_sign, **facts},
        words=words,
    )
