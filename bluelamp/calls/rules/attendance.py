"""By when somebody must be at scene, and how long it took, by both measures (C6 to C9)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law, Value

_STARTS = {"received": "contact received", "created": "incident made", "dispatched": "unit dispatched"}


@dataclass(frozen=True, kw_only=True)
class Incident:
    """The instants attendance is measured from. `rural` is a property of the location, never of the unit (C9).

    `agreed_at` is the slot agreed with the caller (Scheduled only). Instants carry a zone.
    """

    grade: Grade
    rural: bool
    created_at: datetime
    received_at: datetime | None = None
    dispatched_at: datetime | None = None
    first_at_scene: datetime | None = None
    agreed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Measures:
    """Elapsed time to the first unit at scene; None where an instant is missing."""

    from_created: timedelta | None
    from_dispatched: timedelta | None
    published: timedelta | None
    clock_start: str


def due(law: Law, *, incident: Incident) -> Deadline | None:
    """When the first unit must be at scene; for Resolved, None: nobody is sent.

    The clock starts where the force says (`calls.attend.clock_start`); before a dispatch a force that counts from
    dispatch has no deadline yet and None is returned. Elapsed minutes, right through clock changes.
    """
    if incident.grade is Grade.RESOLVED:
        return None
    if incident.grade is Grade.SCHEDULED and incident.agreed_at:
        return Deadline(due=incident.agreed_at, because=("The slot agreed with the caller.",), basis="Grade policy C7")
    starting = clock_start(law, incident)
    start = _started(incident, starting)
    if start is None:
        return None
    target = _target(law, incident)
    where = "rural" if incident.rural else "urban"
    event = f"{incident.grade.words}, {where} location, within {in_words(target.span)}; {_STARTS[starting]}"
    return span_after(start, target.span, basis=target.source, event=event)


def call_back_due(law: Law, *, incident: Incident) -> Deadline | None:
    """When the caller of an incident Resolved without deployment must be called back; None for other grades (C7)."""
    if incident.grade is not Grade.RESOLVED:
        return None
    target = law.value("calls.call_back.G4", on=local_day(incident.created_at))
    event = f"Nobody is sent, call back within {in_words(target.span)}; {_STARTS['created']}"
    return span_after(incident.created_at, target.span, basis=target.source, event=event)


def measured(law: Law, *, incident: Incident) -> Measures:
    """Both measures, created and dispatched to first at scene, and which one the force publishes (C8)."""
    start = clock_start(law, incident)
    return Measures(
        from_created=_to_scene(incident, incident.created_at),
        from_dispatched=_to_scene(incident, incident.dispatched_at),
        published=_to_scene(incident, _started(incident, start)),
        clock_start=start,
    )


def in_time(law: Law, *, incident: Incident) -> bool | None:
    """For figures: whether the first unit came by the deadline; None if there is none or nobody has come."""
    deadline = due(law, incident=incident)
    if deadline is None or incident.first_at_scene is None:
        return None
    return not deadline.overdue(incident.first_at_scene)


def clock_start(law: Law, incident: Incident) -> str:
    """The instant this force's published clock starts at: received, created or dispatched."""
    return law.value("calls.attend.clock_start", on=local_day(incident.created_at)).text


def _started(incident: Incident, start: str) -> datetime | None:
    starts = {
        "received": incident.received_at or incident.created_at,
        "created": incident.created_at,
        "dispatched": incident.dispatched_at,
    }
    return starts[start]


def _target(law: Law, incident: Incident) -> Value:
    where = "rural" if incident.rural else "urban"
    return law.value(f"calls.attend.{incident.grade}.{where}", on=local_day(incident.created_at))


def _to_scene(incident: Incident, start: datetime | None) -> timedelta | None:
    if start is None or incident.first_at_scene is None:
        return None
    return between(start, incident.first_at_scene)
