"""A few questions to a victim: when they may be asked, once at each stage, and only by a way that is safe."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused
from bluelamp.victims.rules.agreement import Frequency
from bluelamp.victims.rules.telling import Step

_SOURCE = "Force policy: a few questions, once at each stage"
LONGEST = 2_000
OUTCOMES = frozenset({Step.NOT_INVESTIGATED, Step.NOT_PROSECUTED, Step.OUT_OF_COURT, Step.VERDICT})
"""The steps that are an outcome: once the victim was told of one, they may be asked how it was."""


class Stage(StrEnum):
    """What the questions come after."""

    REPORT = "report"
    OUTCOME = "outcome"

    @property
    def words(self) -> str:
        return {Stage.REPORT: "After the report", Stage.OUTCOME: "After the outcome"}[self]


class Question(StrEnum):
    """What is asked."""

    INFORMED = "informed"
    FAIR = "fair"
    SAFE = "safe"

    @property
    def words(self) -> str:
        return _QUESTIONS[self]


_QUESTIONS = {
    Question.INFORMED: "Kept informed",
    Question.FAIR: "Treated fairly",
    Question.SAFE: "Feels safe",
}


class Said(StrEnum):
    """One answer. A question left out has none."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Point:
    """A stage that was reached, and when."""

    stage: Stage
    at: datetime


def opens(law: Law, *, point: Point) -> Deadline:
    """From when the questions of a stage may be asked: elapsed days after it was reached."""
    value = law.value(f"victims.survey.{point.stage}", on=local_day(point.at))
    return span_after(point.at, value.span, basis=value.source, event=point.stage.words)


def closes(law: Law, *, point: Point) -> Deadline:
    """From when they are not asked any more: elapsed days after they opened."""
    first = opens(law, point=point)
    value = law.value("victims.survey.open", on=local_day(point.at))
    return span_after(first.due, value.span, basis=value.source, event="The questions opened")


def waiting(law: Law, *, points: Sequence[Point], done: Collection[Stage], at: datetime) -> Point | None:
    """The latest stage whose questions are open at `at` and not answered or declined (`done`); None where none is."""
    found = [
        one for one in points if one.stage not in done and opens(law, point=one).due <= at < closes(law, point=one).due
    ]
    return max(found, key=lambda one: one.at, default=None)


def may_ask(*, point: Point | None, asked: tuple[Stage, ...], frequency: Frequency) -> Verdict:
    """Whether the victim may be asked now by a message: at a stage that is open, at most once there, and never one
    who wants to hear less. Whether the way is safe is judged apart, by `may_reach`."""
    wants = wants_to_hear(frequency)
    if not wants.allowed:
        return wants
    if point is None:
        return refused("There is nothing to ask about now.", _SOURCE)
    if point.stage in asked:
        return refused("They were asked once at this stage. They are not asked again.", _SOURCE)
    return allowed()


def wants_to_hear(frequency: Frequency) -> Verdict:
    """Refused for one who wants to hear nothing, or only what keeps them safe."""
    if frequency in (Frequency.NOTHING, Frequency.SAFETY_ONLY):
        return refused("They want to hear less from us: no questions.", "Victims' Code, right 6")
    return allowed()


def may_answer(given: Mapping[str, str], words: str) -> Verdict:
    """Whether this may be kept: at least one question answered, no answer that is none, the words not too long."""
    if any(value not in list(Said) for value in given.values()) or not set(given) <= set(Question):
        return refused("Choose one of the answers.", _SOURCE, field="answers")
    if not given and not words.strip():
        return refused("Answer one of the questions first.", _SOURCE, field="answers")
    if len(words) > LONGEST:
        return refused(f"Write it in {LONGEST:,} letters at most.", _SOURCE, field="words")
    return allowed()
