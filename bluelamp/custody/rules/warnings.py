"""When to warn before a limit is reached: force policy."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.custody.rules.detention_clock import extended_limit, law_day, limit, mark
from bluelamp.custody.rules.facts import Detention
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words, later
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law, Value


@dataclass(frozen=True, kw_only=True)
class Warning:  # noqa: A001
    """When to warn, in which words, by which policy."""

    at: datetime
    words: str
    basis: str


def of_detention(*, detention: Detention, law: Law, at: datetime) -> tuple[Warning, ...]:
    """Warnings of the 24 h clock at 12, 18, 20, 22 and 23 counted hours; none while it has not started."""
    value = law.value("warnings.detention", on=law_day(detention.arrest))
    last = limit(detention=detention, law=law, at=at)
    found = []
    for hours in value.items:
        reached = mark(detention=detention, law=law, at=at, span=timedelta(hours=hours), basis=value.source)
        if reached and last:
            words = f"{hours} h counted; the limit is {spoken(last.due)}."
            found.append(Warning(at=reached.due, words=words, basis=value.source))
    return tuple(found)


def of_review(*, due: Deadline, law: Law) -> tuple[Warning, ...]:
    """Warnings 60 and 30 min before a review is due, and when it is."""
    value = law.value("warnings.review", on=local_day(due.due))
    return tuple(_before(due, minutes, value.source) for minutes in value.items)


def of_bail(*, due: Deadline, law: Law) -> tuple[Warning, ...]:
    """Warnings 21, 14, 7 and 2 days before a bail period ends."""
    return _days_before(due, law.value("warnings.bail", on=local_day(due.due)), "Bail ends")


def of_investigation(*, due: Deadline, law: Law) -> tuple[Warning, ...]:
    """Warnings 7 days and 1 day before a supervisor's review of a release under investigation."""
    return _days_before(due, law.value("warnings.investigation", on=local_day(due.due)), "Supervisor's review")


def _days_before(due: Deadline, value: Value, what: str) -> tuple[Warning, ...]:
    return tuple(
        Warning(
            at=later(due.due, -timedelta(days=days)),
            words=f"{what} in {days} day{'' if days == 1 else 's'}.",
            basis=value.source,
        )
        for days in value.items
    )


def _before(due: Deadline, minutes: int, source: str) -> Warning:
    left = f"due in {in_words(timedelta(minutes=minutes))}" if minutes else "due now"
    return Warning(at=later(due.due, -timedelta(minutes=minutes)), words=f"Review {left}.", basis=source)


def of_extended_limit(*, detention: Detention, law: Law, at: datetime) -> Warning | None:
    """Six hours before 36 h: is a court sitting? None while the clock has not started."""
    value = law.value("warnings.court_before_extended_limit", on=law_day(detention.arrest))
    last = extended_limit(detention=detention, law=law, at=at)
    if last is None:
        return None
    words = f"36 h ends {spoken(last.due)}: will a court be sitting?"
    return Warning(at=later(last.due, -value.span), words=words, basis=value.source)
