"""Interviews: what must stand before one begins, and breaks (Code C 11, 12, 13)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


class Break(StrEnum):
    """The kinds of break."""

    MEAL = "meal"
    REFRESHMENT = "refreshment"


@dataclass(frozen=True, kw_only=True)
class Interview:
    """What stands before an interview. None means not known. `fit`: as healthcare found, None: not asked."""

    adult_needed: bool
    adult_here: bool = False
    interpreter_needed: bool | None = None
    interpreter_here: bool = False
    reminded: bool = False
    fit: bool | None = None


def may_interview(*, interview: Interview) -> Verdict:
    """Whether somebody may be interviewed now (Code C 11.2, 11.15, 12.3, 13.2). A refusal names every thing missing."""
    return every(_adult(interview), _interpreter(interview), _reminded(interview), _fit(interview))


def _adult(interview: Interview) -> Verdict:
    if interview.adult_needed and not interview.adult_here:
        words = "No interview of a child or vulnerable person without their appropriate adult."
        return refused(words, "Code C 11.15", field="adult_here")
    return allowed()


def _interpreter(interview: Interview) -> Verdict:
    if interview.interpreter_needed is None:
        return refused("Ask first whether they need an interpreter.", "Code C 13.1, 13.2", field="interpreter_needed")
    if interview.interpreter_needed and not interview.interpreter_here:
        return refused("No interview without the interpreter they need.", "Code C 13.2", field="interpreter_needed")
    return allowed()


def _reminded(interview: Interview) -> Verdict:
    if not interview.reminded:
        words = "Remind them first that they may have free legal advice."
        return refused(words, "Code C 11.2", field="reminded")
    return allowed()


def _fit(interview: Interview) -> Verdict:
    if interview.fit is False:
        return refused("Healthcare found them not fit to be interviewed.", "Code C 12.3, Annex G", field="fit")
    return allowed()


def break_due(*, since: datetime, law: Law) -> Deadline:
    """By when a refreshment break is due, from the start of the interview or the last break (Code C 12.8)."""
    value = law.value("interview.break_every", on=local_day(since))
    return span_after(since, value.span, basis=value.source, event="Interviewing since")


def break_will_do(*, kind: Break, began_at: datetime, ended_at: datetime, law: Law) -> Verdict:
    """Whether a break was long enough (Code C 12.8). Raises ValueError for one that ends before it begins."""
    if ended_at < began_at:
        raise ValueError("A break ends after it begins.")
    value = law.value(f"interview.{kind}_break", on=local_day(began_at))
    if ended_at - began_at < value.span:
        words = f"A {kind} break lasts at least {value.number} minutes; this one began {spoken(began_at)}."
        return refused(words, value.source, field="ended_at")
    return allowed()
