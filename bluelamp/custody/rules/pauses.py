"""Time that is not counted: hospital, and the first hours after an arrest for breach of bail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.custody.rules.facts import HospitalVisit, Period
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, spoken


@dataclass(frozen=True, kw_only=True)
class NotCounted:
    """A stretch of time that no period of Part IV of PACE counts, and why."""

    began_at: datetime
    ended_at: datetime
    why: str


def at_hospital(*, hospital: Iterable[HospitalVisit], at: datetime) -> list[NotCounted]:
    """Stretches away at hospital, less the time questioned there to obtain evidence (PACE s.41(6)).

    A visit still open at the instant `at` counts as away until then.
    """
    return [stretch for visit in hospital for stretch in _unquestioned(visit, at)]


def _unquestioned(visit: HospitalVisit, at: datetime) -> list[NotCounted]:
    here, end = instant(visit.left_at), instant(visit.returned_at or max(at, visit.left_at))
    why = "away at hospital" if visit.returned_at else "away at hospital and not yet back"
    found = []
    for asked in sorted(visit.questioned, key=lambda each: each.began_at):
        found.append(NotCounted(began_at=here, ended_at=min(instant(asked.began_at), end), why=why))
        here = max(here, instant(asked.ended_at))
    found.append(NotCounted(began_at=here, ended_at=end, why=why))
    return [stretch for stretch in found if stretch.ended_at > stretch.began_at]


def run(*, start: datetime, span: timedelta, not_counted: Iterable[NotCounted]) -> tuple[datetime, list[str]]:
    """When a span that starts at `start` has run, stepping over time not counted; with a step for each."""
    due, here, steps = instant(start) + span, instant(start), []
    for stretch in sorted(not_counted, key=lambda each: each.began_at):
        began, ended = max(stretch.began_at, here), stretch.ended_at
        if ended <= began or began >= due:
            continue
        due, here = due + (ended - began), ended
        steps.append(f"Not counted, {stretch.why}: {spoken(began)} to {spoken(ended)}, {in_words(ended - began)}.")
    return due, steps


def counted(*, period: Period, not_counted: Iterable[NotCounted]) -> timedelta:
    """How much of a period counts."""
    total, here, end = timedelta(0), instant(period.began_at), instant(period.ended_at)
    for stretch in sorted(not_counted, key=lambda each: each.began_at):
        total += max(timedelta(0), min(stretch.began_at, end) - here)
        here = max(here, min(stretch.ended_at, end))
    return total + (end - here)
