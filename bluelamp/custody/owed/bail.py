"""The promises of bail before charge and of release under investigation (B1 to B7)."""

from datetime import datetime

from bluelamp.custody.bails import period_of
from bluelamp.custody.models import Bail, BailStep, Investigation
from bluelamp.custody.owed.warnings import before
from bluelamp.custody.rules.police_bail import investigation_review, result_told_by
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.actions.stating import promise, withdraw
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def bail_end_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the end of the period; None once ended, or while it stands still."""
    bail = Bail.objects.select_related("arrest").filter(pk=record.partition(":")[2], ended_at=None).first()
    return period_of(bail).ends if bail else None


def result_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: telling the suspect the decision; None once told."""
    step = BailStep.objects.filter(bail_id=int(record.partition(":")[2]), n=int(slot or 0), result_told_at=None).first()
    return result_by(step.at) if step else None


def result_by(decided_at: datetime) -> Deadline:
    """By when the suspect is told of a decision on bail."""
    return result_told_by(decided_at=decided_at, law=law_of("custody"))


def investigation_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the supervisor's next review; None once no longer under investigation."""
    found = Investigation.objects.filter(pk=record.partition(":")[2], ended_at=None).first()
    if found is None or slot != str(found.reviews + 1):
        return None
    return review_by(found)


def review_by(found: Investigation) -> Deadline:
    """When a supervisor next looks: counted from the release, or from the last look."""
    return investigation_review(since=found.reviewed_at or found.released_at, law=law_of("custody"))


BAIL_END = Kind(
    name="custody.bail_end",
    wording="Bail of {who} ends: decide, extend in time or end it",
    title="Decide before bail ends",
    to="The person on bail",
    source="PACE s.47ZA to s.47ZB",
    acts="custody.release",
    kept_when="Bail is extended, answered or ended",
    ask=bail_end_due,
    warn_minutes=before("warnings.bail"),
    page="desks:bail",
    group="Custody",
)
BAIL_RESULT = Kind(
    name="custody.bail_result",
    wording="Tell {who} or their representative the decision on bail",
    title="Tell a suspect the decision on bail",
    to="The person on bail",
    source="PACE s.47ZD(7), as soon as practicable",
    acts="custody.release",
    kept_when="The suspect or their representative is told",
    ask=result_due,
    page="desks:bail",
    group="Custody",
)
INVESTIGATION_REVIEW = Kind(
    name="custody.investigation_review",
    wording="Supervisor's review: {who}, released under investigation",
    title="Review a release under investigation",
    to="The person under investigation",
    source="Force policy: release under investigation has no clock in law",
    acts="custody.release",
    kept_when="A supervisor records the review, or the investigation ends",
    ask=investigation_due,
    warn_minutes=before("warnings.investigation"),
    page="custody:investigation",
    group="Custody",
)


def owe_bail_end(bail: Bail, at: datetime) -> Deadline | None:
    """State the end of the period from the facts as they stand, or withdraw it while the period stands still."""
    ends = period_of(bail, at).ends
    if ends is None:
        withdraw(BAIL_END, record=bail.ref, why="The bail period stands still")
        return None
    promise(
        BAIL_END,
        record=bail.ref,
        due=ends,
        began_at=bail.granted_at,
        words={"who": bail.person.name},
        about=(bail.person.ref, bail.detention.ref),
        unit=bail.suite.name,
    )
    return ends


def owe_result(step: BailStep, bail: Bail) -> None:
    """The suspect is told what was decided."""
    promise(
        BAIL_RESULT,
        record=bail.ref,
        slot=str(step.n),
        due=result_by(step.at),
        began_at=step.at,
        words={"who": bail.person.name},
        about=(bail.person.ref,),
        unit=bail.suite.name,
    )


def owe_investigation_review(found: Investigation) -> Deadline:
    """State the supervisor's next review."""
    due = review_by(found)
    promise(
        INVESTIGATION_REVIEW,
        record=found.ref,
        slot=str(found.reviews + 1),
        due=due,
        began_at=found.reviewed_at or found.released_at,
        words={"who": found.person.name},
        about=(found.person.ref, found.detention.ref),
        unit=found.detention.suite.name,
    )
    return due
