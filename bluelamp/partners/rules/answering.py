"""What a partner body may answer to a share, and by when each thing is owed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Order of events"
NEED_TO_KNOW = "Only the body that something was shared with answers for it (G11)"


class Answer(StrEnum):
    """What a partner says of a share."""

    ACCEPT = "accept"
    DECLINE = "decline"
    UPDATE = "update"
    REACHED = "reached"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a share stands. `own`: the one who answers is the body it was shared with, or an officer writing for it."""

    accepted: bool = False
    declined: bool = False
    reached: bool = False
    taken_back: bool = False
    own: bool = True


def may_answer(standing: Standing, answer: Answer, *, words: str | None = None) -> Verdict:
    """Whether this answer may be given now. `words` are the reason or the update; None asks before they are given.

    Accepting or declining happens once; an update or being reached follows accepting.
    """
    if not standing.own:
        return refused("There is nothing here.", NEED_TO_KNOW)
    if standing.taken_back:
        return refused("This was taken back. There is nothing to answer.", SOURCE)
    if standing.declined:
        return refused("This was declined already.", SOURCE)
    return every(_in_order(standing, answer), _said(answer, words))


def _in_order(standing: Standing, answer: Answer) -> Verdict:
    if answer is Answer.ACCEPT and standing.accepted:
        return refused("This was accepted already.", SOURCE)
    if answer is Answer.DECLINE and standing.reached:
        return refused("They were reached already.", SOURCE)
    if answer in (Answer.UPDATE, Answer.REACHED) and not standing.accepted:
        return refused("Accept it first.", SOURCE)
    if answer is Answer.REACHED and standing.reached:
        return refused("That they were reached is written already.", SOURCE)
    return allowed()


def _said(answer: Answer, words: str | None) -> Verdict:
    if words is None or words.strip() or answer not in (Answer.DECLINE, Answer.UPDATE):
        return allowed()
    asked = "Say why you decline, so that another way is found." if answer is Answer.DECLINE else "Write the update."
    return refused(asked, SOURCE, field="words")


def answer_due(law: Law, *, sent_at: datetime, urgent: bool) -> Deadline:
    """By when the partner accepts or declines; elapsed time from the share, by policy."""
    return _after(law, "partners.answer_within", sent_at, urgent, "Shared")


def reached_due(law: Law, *, sent_at: datetime, urgent: bool) -> Deadline:
    """By when somebody has reached the victim; elapsed time from the share, by policy."""
    return _after(law, "partners.reached_within", sent_at, urgent, "Shared")


def another_way_due(law: Law, *, declined_at: datetime, urgent: bool) -> Deadline:
    """By when another way is found after a partner declined; elapsed time from then, by policy."""
    return _after(law, "partners.another_way_within", declined_at, urgent, "The partner declined")


def _after(law: Law, key: str, at: datetime, urgent: bool, event: str) -> Deadline:
    value = law.value(f"{key}_urgent" if urgent else key, on=local_day(at))
    return span_after(at, value.span, basis=value.source, event=event)
