"""The right to have a decision looked at again (V9): the window, who may look, what the answer is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.calendars import VICTIMS_CODE
from bluelamp.deadlines.counting import months_after, working_days_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused
from bluelamp.victims.rules.telling import Step

_SOURCE = "Victims' Code, right 6: right to review"
REVIEWABLE = frozenset({Step.NOT_INVESTIGATED, Step.RELEASED_WITHOUT_CHARGE, Step.NOT_PROSECUTED})
"""Decisions of the police that end a case and that a victim may have looked at again."""
IN_WRITING = REVIEWABLE | {Step.REVIEW_DECIDED}
"""What a victim has in writing, with the reasons, however they are told of it."""
RANKS = ("sergeant", "inspector", "chief_inspector", "superintendent", "chief_superintendent")


class Writing(StrEnum):
    """How they have a decision in writing, or why they do not."""

    HANDED = "handed"
    LETTER = "letter"
    EMAIL = "email"
    OWN_PAGE = "own_page"
    NOT_SAFE = "not_safe"
    NOT_WANTED = "not_wanted"

    @property
    def words(self) -> str:
        return _WRITING[self]


_WRITING = {
    Writing.HANDED: "Handed to them",
    Writing.LETTER: "It goes by letter",
    Writing.EMAIL: "It goes by email",
    Writing.OWN_PAGE: "It stands on their own page",
    Writing.NOT_SAFE: "Nothing in writing is safe for them now",
    Writing.NOT_WANTED: "They want nothing in writing",
}


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


def encouraged(law: Law, *, told_at: datetime) -> Deadline:
    """Until when it is best asked, while all is fresh: working days of the Victims' Code. Nothing is lost after."""
    value = law.value("victims.review.encouraged", on=local_day(told_at))
    return working_days_after(told_at, value.number, VICTIMS_CODE, basis=value.source, event="Told of the decision")


def may_ask(*, step: Step) -> Verdict:
    """Whether a decision is one that may be looked at again. A late request is taken down too: whether it is in time
    is asked of `in_time`, and answered in writing by whoever looks at it."""
    if step in REVIEWABLE:
        return allowed()
    words = f"{step.words}: this is no decision that ends the case. You can complain instead."
    return refused(words, _SOURCE, field="step")


def in_time(law: Law, *, told_at: datetime | None, at: datetime) -> Verdict:
    """Whether a review is asked for in time at `at`, of a decision told at `told_at`.

    One not told yet is always in time: the window opens with being told and is never shut by our silence.
    """
    if told_at is None:
        return allowed("They were not told of it yet: their time to ask has not begun.", _SOURCE)
    ends = window(law, told_at=told_at).due
    if at >= ends:
        words = (
            f"Late: the time to ask ended {spoken(ends)}. It may still be taken; if not, they are told why in writing."
        )
        return refused(words, _SOURCE, field="step")
    return allowed(f"In time, until {spoken(ends)}.", _SOURCE)


def has_writing(*, step: Step, writing: Writing | None) -> Verdict:
    """Whether it is said how they have this in writing, or why not; nothing is asked of any other step."""
    if step not in IN_WRITING or writing is not None:
        return allowed()
    return refused("They have this in writing, with the reasons. Say how, or why not.", _SOURCE, field="writing")


def may_review(reviewing: Reviewing) -> Verdict:
    """Whether this officer may look again: not who decided, nobody of the case, and a supervisor or above."""
    return every(
        _not(reviewing.reviewer == reviewing.decided_by, "Whoever decided does not look at it again."),
        _not(reviewing.in_the_case, "Somebody who worked on the case does not look at it again."),
        _not(reviewing.rank not in RANKS, "A sergeant or above looks at it again."),
    )


def may_decide(*, outcome: str, words: str, late: bool = False) -> Verdict:
    """Whether the answer is whole: upheld or changed, with reasons in writing; one asked for late may also not be
    looked at, again with the reason in writing."""
    if outcome == "not_taken" and not late:
        return refused("It was asked for in time: look at it.", _SOURCE, field="outcome")
    if outcome not in ("upheld", "changed", "not_taken"):
        return refused("Say whether the decision stands or is changed.", _SOURCE, field="outcome")
    return allowed() if words.strip() else refused("Give the reasons in writing.", _SOURCE, field="words")


def _not(wrong: bool, words: str) -> Verdict:
    return refused(words, _SOURCE, field="reviewer") if wrong else allowed()
