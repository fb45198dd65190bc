"""What a victim may ask of us beside the case, and what we then owe: complaint, review, money, things, an answer."""

from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, refused
from bluelamp.victims.rules.telling import Step

_SOURCE = "Victims' Code, rights 5, 10 and 12"


class Matter(StrEnum):
    """What was asked."""

    MESSAGE = "message"
    COMPLAINT = "complaint"
    REVIEW = "review"
    COMPENSATION = "compensation"
    EXPENSES = "expenses"
    PROPERTY = "property"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Matter.MESSAGE: "A message",
    Matter.COMPLAINT: "A complaint",
    Matter.REVIEW: "A request to look at a decision again",
    Matter.COMPENSATION: "A question about compensation",
    Matter.EXPENSES: "A claim for expenses",
    Matter.PROPERTY: "Property that is no longer needed",
}
OWES = {
    Matter.MESSAGE: (Step.MESSAGE_ANSWERED,),
    Matter.COMPLAINT: (Step.COMPLAINT_ACKNOWLEDGED, Step.COMPLAINT_ANSWERED),
    Matter.REVIEW: (Step.REVIEW_ACKNOWLEDGED, Step.REVIEW_DECIDED),
    Matter.COMPENSATION: (Step.COMPENSATION_EXPLAINED,),
    Matter.EXPENSES: (Step.EXPENSES_PAID,),
    Matter.PROPERTY: (Step.PROPERTY_RETURNED,),
}
"""The steps owed when it is asked, each kept only when the victim was reached."""
ACKNOWLEDGES = frozenset({Step.COMPLAINT_ACKNOWLEDGED, Step.REVIEW_ACKNOWLEDGED})
"""Steps for which it is enough that somebody said: we have it."""


def may_answer(matter: Matter, *, answered: bool, words: str, outcome: str, by_subject: bool = False) -> Verdict:
    """Whether an answer may be kept: once, in writing, for a complaint not by who is complained of.

    For money and things `outcome` says what came of it.
    """
    if answered:
        return refused("It was answered already. Write a new one.", _SOURCE)
    if by_subject:
        return refused("Whoever is complained of does not answer the complaint.", _SOURCE)
    if not words.strip():
        return refused("Write the answer.", _SOURCE, field="words")
    needs_outcome = matter in (Matter.EXPENSES, Matter.PROPERTY, Matter.REVIEW)
    if needs_outcome and not outcome.strip():
        return refused("Say what came of it.", _SOURCE, field="outcome")
    return allowed()


def may_tell(step: Step, *, answered: bool) -> Verdict:
    """Whether a step of a matter may be told as done: an acknowledgement at once, the rest once it is decided."""
    if step in ACKNOWLEDGES or answered:
        return allowed()
    return refused("It is not decided yet: there is nothing to tell. Answer it first.", _SOURCE)
