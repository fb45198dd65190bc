"""Whether and by when a crime is recorded (Home Office Crime Recording Rules; H1 to H3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

_RULES = "Home Office Crime Recording Rules"


class ReasonNotToRecord(StrEnum):
    """The only reasons for not recording a crime; "the victim does not want it" is not one."""

    NOT_A_CRIME = "not_a_crime"
    CREDIBLE_EVIDENCE_AGAINST = "credible_evidence_against"
    POINTS_NOT_EVIDENCED = "points_not_evidenced"
    ALREADY_RECORDED = "already_recorded"
    ANOTHER_FORCE_ACCEPTED = "another_force_accepted"
    PART_OF_ANOTHER_CRIME = "part_of_another_crime"
    NOT_CONFIRMED_BY_VICTIM = "not_confirmed_by_victim"

    @property
    def words(self) -> str:
        return _REASONS[self]


_REASONS = {
    ReasonNotToRecord.NOT_A_CRIME: "What was reported is not a crime in law",
    ReasonNotToRecord.CREDIBLE_EVIDENCE_AGAINST: "Credible evidence to the contrary is available now",
    ReasonNotToRecord.POINTS_NOT_EVIDENCED: "Crime against the state: the points to prove are not evidenced",
    ReasonNotToRecord.ALREADY_RECORDED: "Already recorded",
    ReasonNotToRecord.ANOTHER_FORCE_ACCEPTED: "Another force has accepted it",
    ReasonNotToRecord.PART_OF_ANOTHER_CRIME: "Part of another recorded crime",
    ReasonNotToRecord.NOT_CONFIRMED_BY_VICTIM: "Reported by a third party; the victim could not be found to confirm it",
}
_NEEDS_REFERENCE = frozenset(
    {
        ReasonNotToRecord.ALREADY_RECORDED,
        ReasonNotToRecord.ANOTHER_FORCE_ACCEPTED,
        ReasonNotToRecord.PART_OF_ANOTHER_CRIME,
    }
)


@dataclass(frozen=True, kw_only=True)
class Report:
    """What decides whether to record. The victim's wish and a missing suspect are there to show they do not count."""

    victim_based: bool = True
    amounts_to_a_crime: bool = False
    credible_evidence_against: bool = False
    points_evidenced: bool = False
    victim_wants_it: bool | None = None
    suspect_known: bool | None = None


@dataclass(frozen=True, kw_only=True)
class NotRecording:
    """A decision not to record. `reference` is the other crime's or force's number, where the reason names one.

    `victim_told_at` is when the victim was told; `no_victim` for a report without one; `why_not_told` a recorded
    reason for no contact yet.
    """

    reason: ReasonNotToRecord
    words: str = ""
    reference: str = ""
    victim_told_at: datetime | None = None
    no_victim: bool = False
    why_not_told: str = ""


def record_by(law: Law, *, reported_at: datetime) -> Deadline:
    """24 elapsed hours from when the report was first made to police, not from when an officer attends (H1)."""
    limit = law.value("crimes.record_within", on=local_day(reported_at))
    return span_after(reported_at, limit.span, basis=limit.source, event="First reported to police")


def must_record(report: Report) -> Verdict:
    """Allowed means: record it. Refused means: not on what is known, with the reason (H2).

    Victim-based: on the balance of probabilities a crime in law, and no credible evidence to the contrary
    immediately available. State-based: the points to prove are evidenced. The victim's wish, a missing suspect and
    missing corroboration change nothing.
    """
    if not report.victim_based:
        if report.points_evidenced:
            return allowed("The points to prove are evidenced.", _RULES)
        return refused("The points to prove are not evidenced yet.", _RULES)
    if not report.amounts_to_a_crime:
        return refused("What was reported does not amount to a crime in law.", _RULES)
    if report.credible_evidence_against:
        return refused("Credible evidence to the contrary is available now.", _RULES)
    return allowed("On balance a crime in law, and no credible evidence against it is available now.", _RULES)


def may_leave_unrecorded(decision: NotRecording) -> Verdict:
    """Allowed when the reason has its words and reference, and the victim is told or a reason why not (H3)."""
    return every(_explained(decision), _referenced(decision), _victim_told(decision))


def _explained(decision: NotRecording) -> Verdict:
    return allowed() if decision.words.strip() else refused("Say why, in words.", _RULES, field="words")


def _referenced(decision: NotRecording) -> Verdict:
    if decision.reason not in _NEEDS_REFERENCE or decision.reference.strip():
        return allowed()
    return refused(f"{decision.reason.words}: give its number.", _RULES, field="reference")


def _victim_told(decision: NotRecording) -> Verdict:
    if decision.no_victim or decision.victim_told_at or decision.why_not_told.strip():
        return allowed()
    return refused("The victim must be told that it is not recorded.", _RULES, field="victim_told_at")
