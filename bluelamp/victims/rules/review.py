"""The right to have a decision looked at again (V9): the window, who may look, what the answer is."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.counting import months_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused
from bluelamp.victims.rules.telling import Step

_SOURCE = "Victims' Code, right 6: right to review"
REVIEWABLE = frozenset({Step.NOT_INVESTIGATED, Step.RELEASED_WITHOUT_CHARGE, Step.NOT_PROSECUTED})
"""Decisions of the police that end a case and that a victim may have looked at again."""
RANKS = ("sergeant", "inspector", "chief_inspector", "superintendent", "chief_superintendent")


@dataclass(frozen=True, kw_only=True)
class Reviewing:
    """Who looks again. `decided_by` and `reviewer` are references such as "officer:5"; `rank` a regular rank."""

    decided_by: str
    reviewer: str
    rank: str = ""
    in_the_case: bool = False


def window(law: Law, *, told_at: datetime) -> Deadline:
    """Until when a victim may ask, from the day they were told of the decision; calendar months."""
    value = law.value("victims.review.window", on=local_day(told_at))
    return months_after(local_day(told_at), value.number, basis=value.source, event="Told of the decision")


def may_ask(law: Law, *, step: Step, told_at: datetime | None, at: datetime) -> Verdict:
    """Whether a victim may ask at `at` for a review of the decision that they were told of at `told_at`.

    One not told yet may ask at once: the window opens with being told and is never shut by our silence.
    """
    if step not in REVIEWABLE:
        words = f"{step.words}: this is no decision that ends the case. You can complain instead."
        return refused(words, _SOURCE, field="step")
    if told_at is None:
        return allowed()
    ends = window(law, told_at=told_at).due
    if at >= ends:
        words = f"The three months ended {spoken(ends)}. An inspector may still take it: write to us why it is late."
        return refused(words, _SOURCE, field="step")
    return allowed()


def may_review(reviewing: Reviewing) -> Verdict:
    """Whether this officer may look again: not who decided, nobody of the case, and a supervisor or above."""
    return every(
        _not(reviewing.reviewer == reviewing.decided_by, "Whoever decided does not look at it again."),
        _not(reviewing.in_the_case, "Somebody who worked on the case does not look at it again."),
        _not(reviewing.rank not in RANKS, "A sergeant or above looks at it again."),
    )


def may_decide(*, outcome: str, words: str) -> Verdict:
    """Whether the answer is whole: upheld or changed, with reasons in writing."""
    if outcome not in ("upheld", "changed"):
        return refused("Say whether the decision stands or is changed.", _SOURCE, field="outcome")
    return allowed() if words.strip() else refused("Give the reasons in writing.", _SOURCE, field="words")


def _not(wrong: bool, words: str) -> Verdict:
    return refused(words, _SOURCE, field="reviewer") if wrong else allowed()
