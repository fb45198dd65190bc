"""The promises of calls: to be there in time, to send somebody, to ring back."""

from bluelamp.calls.models import Incident
from bluelamp.calls.rules import attendance, escalation
from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of

ESCALATED = (Grade.IMMEDIATE.value, Grade.PRIORITY.value)
"""Grades that go to a supervisor when nobody is assigned in time (C14)."""


def as_facts(incident: Incident) -> attendance.Incident:
    """What the attendance rule takes of an incident."""
    return attendance.Incident(
        grade=Grade(incident.grade),
        rural=not incident.urban,
        created_at=incident.created_at,
        received_at=incident.received_at,
        first_at_scene=incident.first_at_scene_at,
        agreed_at=incident.agreed_at,
    )


def _open(record: str) -> Incident | None:
    return Incident.objects.filter(pk=record.partition(":")[2], state=Incident.State.OPEN).exclude(grade="").first()


def attend_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: when the first unit must be there; None once one is, or none is owed."""
    incident = _open(record)
    if incident is None or incident.first_at_scene_at:
        return None
    return attendance.due(law_of("calls"), incident=as_facts(incident))


def resource_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: when a supervisor must hear that nobody is assigned."""
    incident = _open(record)
    if incident is None or incident.graded_at is None or incident.first_at_scene_at:
        return None
    return escalation.supervisor_told_by(law_of("calls"), grade=Grade(incident.grade), graded_at=incident.graded_at)


def call_back_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: when the caller of a call resolved without deployment must be rung."""
    incident = _open(record)
    return attendance.call_back_due(law_of("calls"), incident=as_facts(incident)) if incident else None


ATTEND = Kind(
    name="calls.attend",
    wording="Attend {serial}, {kind}",
    title="Attend a call in time",
    to="The caller",
    source="Grade policy C7",
    acts="dispatch.assign",
    kept_when="The first unit is at scene",
    ask=attend_due,
    page="desks:incident",
    group="Board",
)
RESOURCE = Kind(
    name="calls.resource",
    wording="Send somebody to {serial}, {kind}",
    title="Assign a unit in time",
    to="The caller",
    source="Grade policy C14",
    acts="dispatch.assign",
    kept_when="A unit is assigned",
    ask=resource_due,
    page="desks:incident",
    group="Board",
)
CALL_BACK = Kind(
    name="calls.call_back",
    wording="Ring back about {serial}, {kind}",
    title="Ring a caller back",
    to="The caller",
    source="Grade policy C7",
    acts="calls.log",
    kept_when="The caller is told the result, and the incident is closed",
    ask=call_back_due,
    page="desks:incident",
    group="Board",
)
