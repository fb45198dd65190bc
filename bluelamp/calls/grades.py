"""An incident's grade: setting it, saying it in the ledger, and stating what it makes us owe."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.calls import events
from bluelamp.calls.models import Incident, Triage
from bluelamp.calls.owed import ATTEND, CALL_BACK, RESOURCE, as_facts
from bluelamp.calls.rules import attendance, escalation
from bluelamp.calls.rules.grading import Grade, Proposal, Stated, propose
from bluelamp.calls.rules.thrive import Rationale
from bluelamp.compiled import insert
from bluelamp.deadlines.instants import as_local
from bluelamp.ledger.actions.writing import write
from bluelamp.owed.actions.stating import promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused

GRADE_COLUMNS = ["grade", "graded_at", "attend_due_at"]


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """What was stated, the rationale, and the grade a person decided; `reason` where it is not the one proposed."""

    stated: Stated
    thrive: Rationale
    grade: str
    reason: str = ""


def set_grade(incident: Incident, grade: str, at: datetime) -> None:
    """Set the columns a grade decides; the caller saves them."""
    incident.grade, incident.graded_at = grade, at
    attend = attendance.due(law_of("calls"), incident=as_facts(incident))
    incident.attend_due_at = attend.due if attend else None


def keep_assessment(by: Acting, at: datetime, incident: Incident, assessed: Assessment) -> None:
    """Keep the assessment behind a first grade; of the incident only the key need be known.

    Raises Refused where the grade is not the proposed one and no reason is given.
    """
    proposal = _proposed(assessed, at)
    if assessed.grade != proposal.grade and not assessed.reason.strip():
        words = f"{proposal.grade.words} is proposed: {proposal.words} Give your reason for another grade."
        raise Refused(refused(words, "Grade policy C10", field="reason"))
    keep_triage(by, at, incident, assessed.thrive, proposal.grade, assessed.grade, assessed.reason)


def say_graded(*, at: datetime, incident: Incident, assessed: Assessment) -> None:
    """Say a first grade in the ledger, and what it makes us owe."""
    proposal = _proposed(assessed, at)
    say_triaged(incident, assessed.thrive, proposal.grade)
    owe(incident)
    write(
        events.GRADED,
        record=incident.ref,
        facts=_grade_facts(incident, proposal.grade),
        words={"why": assessed.reason or proposal.words},
    )


def _proposed(assessed: Assessment, at: datetime) -> Proposal:
    return propose(law_of("calls"), stated=assessed.stated, on=as_local(at).date())


def keep_triage(
    by: Acting, at: datetime, incident: Incident, thrive: Rationale, proposed: str, decided: str, reason: str
) -> None:
    """Keep one THRIVE with the grade decided on it."""
    six = {name: getattr(thrive, name) for name in events.TRIAGED.words}
    insert(
        Triage(
            incident_id=incident.pk,
            at=at,
            officer_id=by.officer_id,
            proposed=proposed,
            decided=decided,
            reason=reason,
            **six,
        )
    )


def say_triaged(incident: Incident, thrive: Rationale, proposed: str) -> None:
    """Say one THRIVE in the ledger."""
    six = {name: getattr(thrive, name) for name in events.TRIAGED.words}
    write(events.TRIAGED, record=incident.ref, facts={"proposed": str(proposed)}, words=six)


def owe(incident: Incident) -> None:
    """State again what the grade makes us owe."""
    law, facts = law_of("calls"), as_facts(incident)
    waiting = incident.first_at_scene_at is None
    attend = attendance.due(law, incident=facts)
    graded_at = incident.graded_at or incident.created_at
    unresourced = escalation.supervisor_told_by(law, grade=Grade(incident.grade), graded_at=graded_at)
    ring_back = attendance.call_back_due(law, incident=facts)
    for kind, due in ((ATTEND, waiting and attend), (RESOURCE, waiting and unresourced), (CALL_BACK, ring_back)):
        if due:
            promise(
                kind,
                record=incident.ref,
                due=due,
                began_at=incident.created_at,
                unit=incident.settlement,
                facts={"serial": incident.serial, "grade": incident.grade},
                words={"kind": incident.kind},
            )
    if ring_back:
        withdraw(ATTEND, record=incident.ref, why="Nobody is sent at this grade")


def _grade_facts(incident: Incident, proposed: Grade) -> dict[str, str | bool | None]:
    return {
        "grade": incident.grade,
        "grade_words": Grade(incident.grade).words,
        "proposed": proposed.value,
        "due_at": iso(incident.attend_due_at),
        "clock_start": attendance.clock_start(law_of("calls"), as_facts(incident)),
        "urban": incident.urban,
    }


def iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
