"""Changing a grade: up by anyone, down only by a supervisor with a reason and a fresh THRIVE (C14)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.calls.rules.grading import Grade
from bluelamp.calls.rules.thrive import Rationale
from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Grade policy C14"


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change of grade asked for at `at`.

    `supervisor` is the reference of the supervisor who agrees, "" for none. `graded_at` is when the grade now in
    force was set, `thrive_at` when THRIVE was last assessed.
    """

    before: Grade
    after: Grade
    at: datetime
    graded_at: datetime
    thrive_at: datetime | None = None
    supervisor: str = ""
    reason: str = ""


def may_change(law: Law, *, change: Change) -> Verdict:
    """Allowed for the same grade or higher; a lower one needs supervisor, reason and a fresh THRIVE (C10, C14).

    Fresh means: assessed since the grade now in force was set, and within `calls.thrive_fresh` minutes.
    """
    if not change.before.is_above(change.after):
        return allowed("Anyone may raise a grade." if change.after.is_above(change.before) else "")
    return every(_supervised(change), _reasoned(change), _assessed_again(law, change))


def assessed_again(thrive: Rationale | None) -> Verdict:
    """Whether something was said where the grade stays: THRIVE in words, or there is nothing to write (C10)."""
    if thrive is not None:
        return allowed()
    return refused(
        "This is the grade it has. Assess THRIVE again, or choose another.", "Grade policy C10", field="grade"
    )


def _supervised(change: Change) -> Verdict:
    if change.supervisor.strip():
        return allowed()
    return refused("A supervisor must agree to a lower grade.", _SOURCE, field="supervisor")


def _reasoned(change: Change) -> Verdict:
    if change.reason.strip():
        return allowed()
    return refused("Give the reason for a lower grade.", _SOURCE, field="reason")


def _assessed_again(law: Law, change: Change) -> Verdict:
    fresh = law.value("calls.thrive_fresh", on=local_day(change.at)).span
    assessed = change.thrive_at
    if assessed is None or between(change.graded_at, assessed) < timedelta(0):
        return refused("Assess THRIVE again before lowering the grade.", _SOURCE, field="thrive")
    if between(assessed, change.at) < timedelta(0):
        return refused("The THRIVE assessment is in the future.", _SOURCE, field="thrive")
    if between(assessed, change.at) > fresh:
        words = f"The last THRIVE is more than {in_words(fresh)} old: assess it again."
        return refused(words, _SOURCE, field="thrive")
    return allowed()
