"""Voluntary attendance: free to leave, with rights told; an arrest where leaving would be prevented (P35)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import instant, spoken
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Attending:
    """Facts of a voluntary attendance. `vulnerable`: None is not known. Times None: not done yet."""

    began_at: datetime
    told_free_to_leave_at: datetime | None = None
    rights_given_at: datetime | None = None
    advice_asked: bool = False
    child: bool = False
    vulnerable: bool | None = None
    adult_arrived_at: datetime | None = None


def may_interview(*, attending: Attending, began_at: datetime, ended_at: datetime, at: datetime) -> Verdict:
    """Whether this interview may stand: told they are free to leave, rights, advice, an adult where one is needed."""
    return every(
        _times(attending, began_at, ended_at, at),
        _before(attending.told_free_to_leave_at, began_at, "told that they are free to leave", "Code C 3.21"),
        _before(attending.rights_given_at, began_at, "told of the right to free legal advice", "Code C 3.21A"),
        _asked(attending),
        _adult(attending, began_at),
    )


def _times(attending: Attending, began_at: datetime, ended_at: datetime, at: datetime) -> Verdict:
    if instant(ended_at) <= instant(began_at):
        return refused("The interview ended before it began.", "Order of events", field="interview_ended_at")
    if instant(began_at) < instant(attending.began_at):
        words = f"The interview is before they came, {spoken(attending.began_at)}."
        return refused(words, "Order of events", field="interview_began_at")
    if instant(ended_at) > instant(at):
        return refused("The end of the interview has not come yet.", "Order of events", field="interview_ended_at")
    return allowed()


def _before(done_at: datetime | None, began_at: datetime, what: str, source: str) -> Verdict:
    if done_at is not None and instant(done_at) <= instant(began_at):
        return allowed()
    return refused(f"Before an interview they are {what}.", source, field="interview_began_at")


def _asked(attending: Attending) -> Verdict:
    if attending.advice_asked:
        return allowed()
    return refused("Ask whether they want legal advice first.", "Code C 3.21A", field="advice")


def _adult(attending: Attending, began_at: datetime) -> Verdict:
    if not (attending.child or attending.vulnerable):
        return allowed()
    return _before(attending.adult_arrived_at, began_at, "joined by an appropriate adult", "Code C 3.21B, 11.15")


def may_keep(*, would_be_prevented: bool) -> Verdict:
    """Whether somebody who came by themselves may be kept from leaving: only by arresting them (PACE s.29)."""
    if not would_be_prevented:
        return allowed("They are free to leave at any time.", "PACE s.29(a)")
    words = "They leave at will unless they are placed under arrest: arrest them and tell them so at once."
    return refused(words, "PACE s.29")


def may_end(*, began_at: datetime, ended: bool, ended_at: datetime) -> Verdict:
    """Whether the attendance may end at this time: once, and not before it began."""
    if ended:
        return refused("This attendance has ended already.", "Order of events")
    if instant(ended_at) < instant(began_at):
        return refused(f"They came only {spoken(began_at)}.", "Order of events", field="ended_at")
    return allowed()
