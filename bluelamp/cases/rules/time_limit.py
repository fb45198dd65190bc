"""The six months for starting a summary case (Magistrates' Courts Act 1980 s.127; F11)."""

from dataclasses import dataclass
from datetime import date, timedelta

from bluelamp.cases.rules.who_may_charge import TriedWhere
from bluelamp.deadlines.counting import months_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import spoken_day
from bluelamp.deadlines.law import Law, Value
from bluelamp.deadlines.months import add_months, end_of_day


@dataclass(frozen=True, kw_only=True)
class Offence:
    """Local days. `domestic_assault`: common assault or battery amounting to domestic abuse.

    `reported_on`: the day of the statement or recorded report to police, where one was made.
    """

    tried: TriedWhere
    committed_on: date
    domestic_assault: bool = False
    reported_on: date | None = None


def last_day(law: Law, *, offence: Offence) -> Deadline | None:
    """The end of the last day to charge by; None where no limit runs (either way or indictable).

    Six calendar months from the offence, its own day not counted. Domestic common assault or battery reported
    within those six months: six months from the report, but never beyond two years from the offence.
    """
    if offence.tried is not TriedWhere.SUMMARY:
        return None
    limit = law.value("cases.summary_limit", on=offence.committed_on)
    ordinary = months_after(offence.committed_on, limit.number, basis=limit.source, event="Offence")
    if offence.domestic_assault and offence.reported_on and "cases.domestic_limit" in law:
        return _domestic(law, offence, ordinary, limit)
    return ordinary


def warnings(law: Law, *, offence: Offence) -> tuple[date, ...]:
    """The days on which to warn: so many days from the offence, none after the limit; empty where no limit runs."""
    limit = last_day(law, offence=offence)
    if limit is None:
        return ()
    days = law.value("cases.summary_warnings", on=offence.committed_on).items
    found = (offence.committed_on + timedelta(days=int(each)) for each in days)
    return tuple(day for day in found if end_of_day(day) <= limit.due)


def _domestic(law: Law, offence: Offence, ordinary: Deadline, limit: Value) -> Deadline:
    longer, reported = law.versions("cases.domestic_limit")[0], offence.reported_on
    if reported is None or end_of_day(reported) > ordinary.due or offence.committed_on < longer.effective_from:
        return ordinary
    from_report = add_months(reported, limit.number)
    furthest = add_months(offence.committed_on, longer.number)
    last = min(from_report, furthest)
    steps = (
        f"Offence: {spoken_day(offence.committed_on)}; reported {spoken_day(reported)}, within six months.",
        f"{limit.number} months from the report: {spoken_day(from_report)}.",
        f"Never beyond {longer.number} months from the offence: {spoken_day(furthest)}.",
    )
    return Deadline(due=end_of_day(last), because=steps, basis=longer.source)
