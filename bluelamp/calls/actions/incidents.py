"""The incident and its log: making one, writing in it, closing it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Func, PositiveIntegerField, Value

from bluelamp.access.acting import Acting
from bluelamp.access.from_the_start import restrict_log
from bluelamp.access.permissions_check import require
from bluelamp.calls import events
from bluelamp.calls.grades import Assessment, keep_assessment, say_graded, set_grade
from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.owed import CALL_BACK
from bluelamp.calls.rules import closing
from bluelamp.calls.rules.numbering import day_of
from bluelamp.compiled import fetch, update
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep
from bluelamp.verdict import Refused, insist, refused

_KEY = "SELECT nextval(pg_get_serial_sequence('calls_incident', 'id'))"


@action
def log_incident(
    *,
    by: Acting,
    at: datetime,
    channel: str,
    kind: str,
    opening_code: str,
    what: str,
    received_at: datetime | None = None,
    contact: int | None = None,
    assessed: Assessment | None = None,
    about: Sequence[str] = (),
    more: Mapping[str, Any] | None = None,
    key: str | None = None,
) -> str:
    """Make the incident of a contact, numbered in its day (C1, C2).

    `what` is kept word for word. With `assessed` it is graded at once. `more` are further columns of Incident:
    place, caller, flags. Never refused for what the caller says; refused only where the times cannot be.
    """
    require(by, "calls.log")
    columns = {"channel": channel, "kind": kind, "opening_code": opening_code, **(more or {})}
    incident = _received(columns, received_at or at, at)
    if assessed:
        require(by, "calls.triage")
        set_grade(incident, assessed.grade, at)
        incident.pk = _next_key()
        keep_assessment(by, at, incident, assessed)
    _number(incident, day_of(at))
    incident.save(force_insert=True)
    if contact is not None:
        Contact.objects.filter(pk=contact, incident__isnull=True).update(incident=incident, written="")
    write(
        events.INCIDENT_LOGGED,
        record=incident.ref,
        about=(*([f"contact:{contact}"] if contact else []), *about),
        facts=_facts(incident),
        words={"kind": kind, "what": what},
    )
    if assessed:
        say_graded(at=at, incident=incident, assessed=assessed)
    return incident.ref


@action
def add_line(
    *,
    by: Acting,
    at: datetime,
    incident: int,
    line: str,
    occurred_at: datetime | None = None,
    reason: str = "",
    corrects: int | None = None,
    key: str | None = None,
) -> str:
    """Write a line in the log, word for word; one about earlier needs a reason, a correction names what it corrects.

    One that holds a new address kept from somebody is taken like any other: to refuse it would say that it is kept.
    As it is read, it is struck out for whoever is not on that record (`safeguarding.striking`).
    """
    require(by, "calls.log", "dispatch.status")
    if not line.strip():
        raise Refused(refused("Write the words of the entry.", field="line"))
    found = Incident.objects.only("pk").get(pk=incident)
    write(
        events.LINE_ADDED,
        record=found.ref,
        occurred_at=occurred_at,
        reason=reason,
        corrects=corrects,
        words={"line": line},
    )
    return found.ref


@action
def close_incident(
    *,
    by: Acting,
    at: datetime,
    incident: int,
    closing_code: str,
    result: str,
    left_undone: closing.Closing,
    key: str | None = None,
) -> str:
    """Close the incident once nothing is left undone (C17). What higher floors know comes in as `left_undone`."""
    require(by, "calls.close")
    found = fetch(Incident, incident, lock=True)
    if found.state == Incident.State.CLOSED:
        raise Refused(refused(f"Incident {found.number} is closed already.", "Order of events"))
    insist(closing.may_close(left_undone))
    found.state, found.closed_at = Incident.State.CLOSED, at
    found.closing_code, found.closing_words = closing_code, result
    update(found, "state", "closed_at", "closing_code", "closing_words")
    write(
        events.INCIDENT_CLOSED,
        record=found.ref,
        facts={"closing_code": closing_code, "number": found.number, "grade": found.grade},
        words={"result": result},
    )
    restrict_log(found.ref, incident=found.pk, by=by, at=at)
    keep(CALL_BACK, record=found.ref, at=at)
    return found.ref


def _received(columns: Mapping[str, Any], received: datetime, at: datetime) -> Incident:
    if received > at:
        raise Refused(refused("An incident cannot be logged before it was received.", "Order of events"))
    return Incident(received_at=received, created_at=at, **columns)


def _next_key() -> int:
    """The key of the incident to be, so that all that hangs on it can be written before the number is taken."""
    with connection.cursor() as cursor:
        cursor.execute(_KEY)
        return int(cursor.fetchone()[0])


def _number(incident: Incident, day: date) -> None:
    """The day's next serial, given as the row is made. The day stays locked until commit: no number is skipped."""
    incident.day = day
    incident.serial = Func(Value(day), function="calls_next_serial", output_field=PositiveIntegerField())


def _facts(incident: Incident) -> dict[str, Any]:
    return {
        "number": incident.number,
        "day": incident.day.isoformat(),
        "serial": incident.serial,
        "channel": incident.channel,
        "crime_related": incident.crime_related,
        "opening_code": incident.opening_code,
        "settlement": incident.settlement,
        "received_at": incident.received_at.isoformat(),
    }
