"""The multi-agency meeting about those in most danger (D4): who is referred, when it is heard, and what cannot wait."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import add_months
from bluelamp.verdict import Reason, Verdict, allowed, refused

_SOURCE = "MARAC referral criteria D4"


@dataclass(frozen=True, kw_only=True)
class History:
    """What is known when a referral is thought of. `attended`: domestic incidents in 12 months, this one too;
    `unattended`: how many of them nobody went to. They count all the same: that nobody went made nothing safer.

    `heard_on`: when a meeting last heard this victim, None for never. `tool` and `yes` as in the assessment.
    """

    judged_high: bool = False
    tool: str = ""
    yes: int = 0
    attended: int = 0
    unattended: int = 0
    heard_on: date | None = None


def criteria(law: Law, *, history: History, on: date) -> tuple[Reason, ...]:
    """Each criterion that is met on the local day `on`; any one of them is enough (D4)."""
    found = []
    if history.judged_high:
        found.append("High risk by the officer's judgement.")
    key = f"assess.{history.tool}.high_from"
    if history.tool and key in law and history.yes >= law.value(key, on=on).number:
        found.append(f"{history.yes} questions answered yes.")
    if history.attended >= law.value("marac.escalation", on=on).number:
        nobody_went = f", {history.unattended} of them not attended" if history.unattended else ""
        found.append(f"Getting worse: {history.attended} incidents in 12 months{nobody_went}.")
    again = law.value("marac.repeat_months", on=on).number
    if history.heard_on and on <= add_months(history.heard_on, again):
        found.append(f"Happened again within {again} months of a meeting.")
    return tuple(Reason(words=words, source=_SOURCE) for words in found)


def refer_due(law: Law, *, at: datetime) -> Deadline:
    """By when the referral is made once a criterion is met: elapsed hours of force policy."""
    value = law.value("marac.refer_within", on=local_day(at))
    return span_after(at, value.span, basis=value.source, event="A criterion was met")


def urgent_due(law: Law, *, at: datetime) -> Deadline:
    """By when the bodies concerned speak together where it cannot wait for the meeting (D4)."""
    value = law.value("marac.urgent_within", on=local_day(at))
    return span_after(at, value.span, basis=value.source, event="Said to be urgent")


def next_meeting(law: Law, *, referred_on: date) -> date:
    """The day of the first meeting of the cadence whose list is not closed on the day of the referral."""
    value = law.value("marac.first_meeting", on=referred_on)
    first, every = date.fromisoformat(value.text), law.value("marac.every", on=referred_on).number
    closes = referred_on + timedelta(days=law.value("marac.list_closes", on=referred_on).number)
    gone = max(0, (closes - first).days + every - 1) // every
    return first + timedelta(days=gone * every)


def adviser_due(law: Law, *, at: datetime) -> Deadline:
    """By when an independent adviser is told of somebody at High risk: at once, counted in elapsed hours (D4)."""
    value = law.value("adviser.refer_within", on=local_day(at))
    return span_after(at, value.span, basis=value.source, event="Assessed as High")


def may_wait(*, urgent: bool, spoken: bool) -> Verdict:
    """Whether a case may simply stand on the list until the meeting: not where it is urgent and nobody spoke yet."""
    if urgent and not spoken:
        return refused("Urgent: it does not wait for the meeting. Speak to the bodies concerned now.", _SOURCE)
    return allowed()
