"""Assessing an incident and deciding its grade. The rule proposes; a person decides, and the reason is kept."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls import events
from bluelamp.calls.grades import (
    GRADE_COLUMNS,
    Assessment,
    iso,
    keep_assessment,
    keep_triage,
    owe,
    say_graded,
    say_triaged,
    set_grade,
)
from bluelamp.calls.models import Incident
from bluelamp.calls.rules.downgrade import Change, assessed_again, may_change
from bluelamp.calls.rules.grading import Grade
from bluelamp.calls.rules.thrive import Rationale
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def triage(*, by: Acting, at: datetime, incident: int, assessed: Assessment, key: str | None = None) -> str:
    """Write the first assessment and the grade decided. Another grade than the one proposed needs a reason."""
    require(by, "calls.triage")
    found = Incident.objects.select_for_update(of=("self",)).get(pk=incident)
    if found.grade:
        raise Refused(refused("This incident is graded already: change its grade instead.", "Order of events"))
    set_grade(found, assessed.grade, at)
    keep_assessment(by, at, found, assessed)
    found.save(update_fields=GRADE_COLUMNS)
    say_graded(at=at, incident=found, assessed=assessed)
    return found.ref


@action
def change_grade(
    *,
    by: Acting,
    at: datetime,
    incident: int,
    grade: str,
    reason: str,
    thrive: Rationale | None = None,
    supervisor: str = "",
    key: str | None = None,
) -> str:
    """Raise a grade, or lower it with a supervisor, a reason and a fresh THRIVE (C14).

    With the grade that stands it is THRIVE alone, assessed again because something changed (C10).
    """
    require(by, "calls.triage", "calls.downgrade")
    found = Incident.objects.select_for_update(of=("self",)).get(pk=incident)
    before = Grade(found.grade)
    change = Change(
        before=before,
        after=Grade(grade),
        at=at,
        graded_at=found.graded_at or at,
        thrive_at=at if thrive else _last_assessed(found),
        supervisor=supervisor or (by.ref if by.may("calls.downgrade") else ""),
        reason=reason,
    )
    insist(may_change(law_of("calls"), change=change))
    if thrive:
        keep_triage(by, at, found, thrive, proposed=grade, decided=grade, reason=reason)
        say_triaged(found, thrive, grade)
    if grade == before:
        insist(assessed_again(thrive))
        return found.ref
    _change(found, before, grade, at, supervisor=change.supervisor, reason=reason)
    return found.ref


def _change(found: Incident, before: Grade, grade: str, at: datetime, *, supervisor: str, reason: str) -> None:
    set_grade(found, grade, at)
    found.save(update_fields=GRADE_COLUMNS)
    owe(found)
    facts = {"from": before.value, "to": grade, "from_words": before.words, "to_words": Grade(grade).words}
    write(
        events.GRADE_CHANGED,
        record=found.ref,
        facts={**facts, "due_at": iso(found.attend_due_at), "supervisor": supervisor},
        words={"why": reason},
    )


def _last_assessed(incident: Incident) -> datetime | None:
    last = incident.triages.order_by("-at").first()
    return last.at if last else None
