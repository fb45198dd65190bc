"""By when a victim must be told of each step (Victims' Code; V3)."""

from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.calendars import VICTIMS_CODE
from bluelamp.deadlines.counting import span_after, working_days_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law


class Step(StrEnum):
    """What happened that the victim is owed word of."""

    ARRESTED = "arrested"
    INTERVIEWED = "interviewed"
    RELEASED_WITHOUT_CHARGE = "released_without_charge"
    BAILED = "bailed"
    RELEASED_UNDER_INVESTIGATION = "released_under_investigation"
    CONDITIONS_CHANGED = "conditions_changed"
    NOT_INVESTIGATED = "not_investigated"
    CHARGED = "charged"
    NOT_PROSECUTED = "not_prosecuted"
    OUT_OF_COURT = "out_of_court"
    REFERRED = "referred"
    COURT_DATE = "court_date"
    VERDICT = "verdict"
    SENTENCE = "sentence"
    APPEAL = "appeal"
    COMPLAINT_ACKNOWLEDGED = "complaint_acknowledged"
    COMPLAINT_ANSWERED = "complaint_answered"
    EXPENSES_PAID = "expenses_paid"
    CRIME_ACKNOWLEDGED = "crime_acknowledged"
    RIGHTS_EXPLAINED = "rights_explained"
    STATEMENT_OFFERED = "statement_offered"
    COMPENSATION_EXPLAINED = "compensation_explained"
    PROPERTY_RETURNED = "property_returned"
    REVIEW_ACKNOWLEDGED = "review_acknowledged"
    REVIEW_DECIDED = "review_decided"
    MESSAGE_ANSWERED = "message_answered"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Step.ARRESTED: "Suspect arrested",
    Step.INTERVIEWED: "Suspect interviewed under caution",
    Step.RELEASED_WITHOUT_CHARGE: "Suspect released without charge",
    Step.BAILED: "Suspect released on bail",
    Step.RELEASED_UNDER_INVESTIGATION: "Suspect released under investigation",
    Step.CONDITIONS_CHANGED: "Bail conditions changed or cancelled",
    Step.NOT_INVESTIGATED: "Decision not to investigate",
    Step.CHARGED: "Suspect charged",
    Step.NOT_PROSECUTED: "Decision not to prosecute",
    Step.OUT_OF_COURT: "Out-of-court disposal decided",
    Step.REFERRED: "Crime reported: referral to a support service",
    Step.COURT_DATE: "Court date or bail outcome received",
    Step.VERDICT: "Verdict received",
    Step.SENTENCE: "Sentence received",
    Step.APPEAL: "Appeal received",
    Step.COMPLAINT_ACKNOWLEDGED: "Complaint received: acknowledgement",
    Step.COMPLAINT_ANSWERED: "Complaint received: full reply",
    Step.EXPENSES_PAID: "Claim for expenses received",
    Step.CRIME_ACKNOWLEDGED: "Crime recorded: written acknowledgement",
    Step.RIGHTS_EXPLAINED: "Crime reported: rights explained",
    Step.STATEMENT_OFFERED: "Crime reported: personal statement offered",
    Step.COMPENSATION_EXPLAINED: "Compensation asked about: explained",
    Step.PROPERTY_RETURNED: "Property no longer needed: given back",
    Step.REVIEW_ACKNOWLEDGED: "Review asked for: acknowledgement",
    Step.REVIEW_DECIDED: "Review asked for: decision",
    Step.MESSAGE_ANSWERED: "Message received: answer",
}

OF_THE_CASE = (
    Step.ARRESTED, Step.INTERVIEWED, Step.RELEASED_WITHOUT_CHARGE, Step.BAILED, Step.RELEASED_UNDER_INVESTIGATION,
    Step.CONDITIONS_CHANGED, Step.NOT_INVESTIGATED, Step.CHARGED, Step.NOT_PROSECUTED, Step.OUT_OF_COURT,
    Step.COURT_DATE, Step.VERDICT, Step.SENTENCE, Step.APPEAL,
)  # fmt: skip
"""What happens to the suspect and the case, apart from what a victim asked for or is offered."""


def due(law: Law, *, step: Step, at: datetime, enhanced: bool) -> Deadline:
    """By when the victim must be told of a step that happened at `at` (an instant with a zone).

    Working days of the Victims' Code, the local day of the event is day 0, due by the end of the last day. The
    written acknowledgement counts elapsed hours. The value is the one in force on the day of the event.
    """
    value = law.value(f"victims.tell.{step}.{'enhanced' if enhanced else 'standard'}", on=local_day(at))
    if value.unit == "hours":
        return span_after(at, value.span, basis=value.source, event=step.words)
    return working_days_after(at, value.number, VICTIMS_CODE, basis=value.source, event=step.words)


def due_for(law: Law, *, step: Step, at: datetime, enhanced: bool, enhanced_from: datetime | None) -> Deadline:
    """The same where rights may have changed since. Enhanced rights switched on after the step count from then on:
    sooner than before, never already past because of the change, never later than it was due anyway (V5)."""
    if not enhanced or enhanced_from is None or enhanced_from <= at:
        return due(law, step=step, at=at, enhanced=enhanced)
    standard, sooner = (
        due(law, step=step, at=since, enhanced=shorter) for since, shorter in ((at, False), (enhanced_from, True))
    )
    return min(standard, sooner, key=lambda one: one.due)
