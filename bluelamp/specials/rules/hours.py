"""Hours: offered by the hour, worked as elapsed time, counted by calendar month. A gift, never a contract (S4, S5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import instant, start_of_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import add_months
from bluelamp.verdict import Verdict, allowed, refused

HOUR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """One stretch of time between two instants, the end left out."""

    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True)
class Month:
    """The sums of one calendar month, all elapsed time. `kept` is what was worked within offered hours.

    `employer` is the part worked in hours that an employer pays for (Employer-Supported Policing).
    """

    first: date
    offered: timedelta
    duty: timedelta
    training: timedelta
    kept: timedelta
    employer: timedelta

    @property
    def worked(self) -> timedelta:
        return self.duty + self.training


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same time with nothing counted twice, in order; stretches that end before they begin are left out."""
    found: list[Stretch] = []
    for one in sorted(stretches, key=lambda each: instant(each.start)):
        start, end = instant(one.start), instant(one.end)
        if end <= start:
            continue
        if found and start <= found[-1].end:
            found[-1] = Stretch(start=found[-1].start, end=max(found[-1].end, end))
        else:
            found.append(Stretch(start=start, end=end))
    return tuple(found)


def total(stretches: Iterable[Stretch]) -> timedelta:
    """Elapsed time, right through both clock changes, nothing counted twice."""
    return sum((between(one.start, one.end) for one in merged(stretches)), timedelta())


def shared(one: Iterable[Stretch], other: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The time that lies in both."""
    theirs = merged(other)
    pairs = ((mine, their) for mine in merged(one) for their in theirs)
    cut = (Stretch(start=max(a.start, b.start), end=min(a.end, b.end)) for a, b in pairs)
    return merged(cut)


def said(span: timedelta) -> str:
    """A sum of hours as people say it: "125 h", "6 h 30 min", "none"."""
    return in_words(span) if span >= timedelta(minutes=1) else "none"


def month_of(first: date) -> Stretch:
    """A calendar month in London as a stretch of time; `first` is any day of it."""
    begins = first.replace(day=1)
    return Stretch(start=start_of_day(begins), end=start_of_day(add_months(begins, 1)))


def month(
    *,
    first: date,
    offered: Iterable[Stretch],
    duty: Iterable[Stretch],
    training: Iterable[Stretch] = (),
    employer: Iterable[Stretch] = (),
) -> Month:
    """What was offered and given in the month of `first`. Training that lies within booked duty is counted as duty.

    `employer` are the offers for which an employer pays. A stretch over the turn of the month is cut there.
    """
    within = (month_of(first),)
    on_duty = shared(duty, within)
    trained = shared(training, within)
    besides = total(trained) - total(shared(trained, on_duty))
    worked = merged((*on_duty, *trained))
    promised = shared(offered, within)
    return Month(
        first=first.replace(day=1),
        offered=total(promised),
        duty=total(on_duty),
        training=besides,
        kept=total(shared(worked, promised)),
        employer=total(shared(worked, employer)),
    )


def advisory(law: Law, month: Month) -> str:
    """The month beside the advisory hours in one sentence; nobody is blamed for fewer."""
    value = law.value("hours.advisory", on=month.first)
    if month.worked >= value.span:
        return f"{said(month.worked)} of the advisory {value.number} h."
    short = value.span - month.worked
    return f"{said(month.worked).capitalize()} of the advisory {value.number} h, {said(short)} fewer. Not a contract."


def may_offer(law: Law, *, starts: datetime, hours: int, at: datetime) -> Verdict:
    """Whether these hours can be offered: whole hours, still to come, no longer than one stretch of duty."""
    longest = law.value("hours.longest_offer", on=starts.date())
    if starts <= at:
        return refused("Offer hours that are still to come.", "Order of events", field="starts")
    if hours < 1:
        return refused("Offer at least one hour.", longest.source, field="hours")
    if timedelta(hours=hours) > longest.span:
        return refused(f"Offer at most {longest.number} hours at once.", longest.source, field="hours")
    return allowed()


def rested(law: Law, *, job_ends: datetime | None, starts: datetime) -> Verdict:
    """Whether there is enough rest after a main job before duty starts. A caution, never a bar: the special says
    that they are rested and the offer stands (S5). `job_ends` None where no job was declared for that day."""
    wanted = law.value("hours.rest_before", on=starts.date())
    if job_ends is None or job_ends > starts or between(job_ends, starts) >= wanted.span:
        clash = job_ends is not None and job_ends > starts
        return refused("The job ends after the duty begins.", wanted.source, field="job_ends") if clash else allowed()
    rest = in_words(between(job_ends, starts))
    words = f"Only {rest} of rest after your job; {wanted.number} h is advised. Tick that you are rested, or move it."
    return refused(words, wanted.source, field="rested")
