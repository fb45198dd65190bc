"""Recording a crime, or deciding not to, within 24 hours of the report (H1 to H3)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from bluelamp.access.acting import Acting
from bluelamp.access.from_the_start import restrict_from_the_start, restrict_log
from bluelamp.access.permissions_check import require
from bluelamp.access.rules.grounds import grounds_of
from bluelamp.calls.models import POLICE_INVOLVED, Incident
from bluelamp.compiled import insert
from bluelamp.crimes import events
from bluelamp.crimes.models import Crime, NotRecorded
from bluelamp.crimes.owed import RECORD, decided
from bluelamp.crimes.rules.numbering import CrimeNumber
from bluelamp.crimes.rules.recording import NotRecording, ReasonNotToRecord, may_leave_unrecorded, record_by
from bluelamp.crimes.rules.sexual import is_sexual
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

_NEXT = """
    INSERT INTO crimes_yearofcrimes AS year (year, last) VALUES (%s, 1)
    ON CONFLICT (year) DO UPDATE SET last = year.last + 1 RETURNING last
"""


@action
def owe_decision(*, by: Acting, at: datetime, incident: Incident, key: str | None = None) -> str:
    """State that a crime is owed, or a reason why not, 24 hours from the report."""
    due = record_by(law_of("crimes"), reported_at=incident.received_at)
    promise(
        RECORD,
        record=incident.ref,
        due=due,
        began_at=incident.received_at,
        facts={"serial": incident.serial},
    )
    write(events.OWED, record=incident.ref, facts={"due_at": due.due.isoformat()})
    return incident.ref


@action
def record_crime(
    *,
    by: Acting,
    at: datetime,
    incident: int,
    offence_code: str,
    offence_words: str,
    category: str,
    circumstances: str,
    more: Mapping[str, Any] | None = None,
    key: str | None = None,
) -> str:
    """Record a crime of an incident. One incident may hold several, one for each victim.

    `more` are further columns of Crime: domestic, victim_based, occurred_from, occurred_to.
    """
    require(by, "crimes.record")
    reported = Incident.objects.select_for_update(of=("self",)).get(pk=incident)
    crime = Crime(
        incident=reported,
        offence_code=offence_code,
        offence_words=offence_words,
        category=category,
        circumstances=circumstances,
        reported_at=reported.received_at,
        recorded_at=at,
        recorded_by_id=by.officer_id,
    )
    where = {column: getattr(reported, column) for column in ("lsoa", "settlement", "lon", "lat")}
    for column, value in {**where, **(more or {})}.items():
        setattr(crime, column, value)
    _possible(crime, at)
    crime.number = _next_number(at)
    insert(crime)
    write(
        events.RECORDED,
        record=crime.ref,
        about=(reported.ref,),
        facts=_facts(crime),
        words={"circumstances": circumstances},
    )
    _restrict(crime, reported, by, at)
    keep(RECORD, record=reported.ref, at=at)
    return crime.ref


@action
def decide_not_to_record(
    *,
    by: Acting,
    at: datetime,
    incident: int,
    decision: NotRecording,
    key: str | None = None,
) -> str:
    """Decide that no crime is recorded, with the reason; the victim is told or a reason why not is kept (H3)."""
    require(by, "crimes.record", "crimes.decide")
    reported = Incident.objects.select_for_update(of=("self",)).get(pk=incident)
    if decided(incident):
        raise Refused(refused("This incident has a crime, or a reason why not, already.", "Order of events"))
    insist(may_leave_unrecorded(decision))
    NotRecorded.objects.create(
        incident=reported,
        reason=decision.reason,
        words=decision.words,
        reference_given=decision.reference,
        decided_at=at,
        decided_by_id=by.officer_id,
    )
    reason = ReasonNotToRecord(decision.reason)
    write(
        events.NOT_RECORDED,
        record=reported.ref,
        facts={
            "reason_code": reason.value,
            "reason": reason.words,
            "reported_at": reported.received_at.isoformat(),
        },
        words={"why": decision.words},
    )
    keep(RECORD, record=reported.ref, at=at)
    return reported.ref


def _restrict(crime: Crime, incident: Incident, by: Acting, at: datetime) -> None:
    """From its first minute, where it is domestic abuse or a sexual offence, or police are involved (D10)."""
    sexual = is_sexual(law_of("crimes"), offence_code=crime.offence_code, on=local_day(at))
    police = POLICE_INVOLVED in incident.qualifiers
    grounds = grounds_of(domestic=crime.domestic, sexual=sexual, police=police)
    restrict_from_the_start(crime.ref, grounds, incident=incident.pk, by=by, at=at)
    if incident.state == Incident.State.CLOSED:
        restrict_log(incident.ref, incident=incident.pk, by=by, at=at)


def _possible(crime: Crime, at: datetime) -> None:
    if crime.recorded_at < crime.reported_at:
        raise Refused(refused("A crime cannot be recorded before it was reported.", "Order of events"))
    for field, moment in (("occurred_from", crime.occurred_from), ("occurred_to", crime.occurred_to)):
        if moment and moment > at:
            raise Refused(refused("A crime cannot have happened in the future.", "Order of events", field=field))
    if crime.occurred_from and crime.occurred_to and crime.occurred_to < crime.occurred_from:
        raise Refused(refused("The crime ends before it begins.", "Order of events", field="occurred_to"))


def _next_number(at: datetime) -> str:
    """The year's next number. The year's row stays locked until commit: no number is skipped or given twice."""
    year = local_day(at).year
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [year])
        return str(CrimeNumber(year=year, serial=int(cursor.fetchone()[0])))


def _facts(crime: Crime) -> dict[str, Any]:
    return {
        "number": crime.number,
        "category": crime.category,
        "offence": crime.offence_words,
        "offence_code": crime.offence_code,
        "domestic": crime.domestic,
        "victim_based": crime.victim_based,
        "reported_at": crime.reported_at.isoformat(),
        "incident": f"incident:{crime.incident_id}",
    }
