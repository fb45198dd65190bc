"""Deadlines from the three ways of counting, each with its steps in words."""

from datetime import date, datetime, timedelta

from bluelamp.deadlines.calendars import DAPN, WorkingDays
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words, later
from bluelamp.deadlines.instants import instant, local_day, spoken, spoken_day, start_of_day
from bluelamp.deadlines.months import add_months, end_of_day, last_day_of_period


def span_after(at: datetime, span: timedelta, *, basis: str, event: str) -> Deadline:
    """Elapsed time after an event, such as 24 h after a report."""
    due = later(at, span)
    return Deadline(
        due=due,
        because=(f"{event}: {spoken(at)}.", f"{in_words(span)} of elapsed time later: {spoken(due)}."),
        basis=basis,
    )


def working_days_after(at: datetime, days: int, calendar: WorkingDays, *, basis: str, event: str) -> Deadline:
    """The end of the n-th working day after the local day of an event; the day of the event is day 0.

    Raises ValueError for fewer than one day, YearUnknown where the bank holidays of the year are not known.
    """
    return _working_days(local_day(at), days, calendar, basis, f"{event}: {spoken(at)}; that day is day 0.")


def _working_days(day: date, days: int, calendar: WorkingDays, basis: str, first: str) -> Deadline:
    steps, counted = [first], 0
    for each, why_off in calendar.walk(day, days):
        counted += not why_off
        steps.append(f"{spoken_day(each)}: {f'not counted, {why_off}' if why_off else f'working day {counted}'}.")
    last = calendar.add(day, days)
    steps.append(f"Due by the end of {spoken_day(last)}.")
    return Deadline(due=end_of_day(last), because=tuple(steps), basis=basis)


def period_of_months(start: date, months: int, *, basis: str, event: str) -> Deadline:
    """The end of the last day of "n months beginning with" `start`."""
    last = last_day_of_period(start, months)
    steps = (
        f"{event}: {spoken_day(start)}.",
        f"{months} months beginning with that day end with {spoken_day(last)}.",
    )
    return Deadline(due=end_of_day(last), because=steps, basis=basis)


def months_after(day: date, months: int, *, basis: str, event: str) -> Deadline:
    """The end of the corresponding date n months after a day that is itself not counted."""
    last = add_months(day, months)
    steps = (f"{event}: {spoken_day(day)}, not counted.", f"{months} months later: {spoken_day(last)}.")
    return Deadline(due=end_of_day(last), because=steps, basis=basis)


def counted_hours_after(
    at: datetime, hours: float, *, basis: str, event: str, calendar: WorkingDays = DAPN
) -> Deadline:
    """Elapsed hours after `at`, in which only the days of the calendar are counted.

    For the 48 hours of a domestic abuse protection notice (Domestic Abuse Act 2021 s.29(3)) and the 24 hours after
    an arrest for its breach: Saturdays count, Sundays and holidays do not. A Boxing Day on a Saturday is not
    in the published list and counts, so of two possible readings the earlier deadline is always given.
    """
    left, here, day = timedelta(hours=hours), instant(at), local_day(at)
    steps = [f"{event}: {spoken(at)}."]
    while True:
        why_off, ends = calendar.why_off(day), end_of_day(day)
        if why_off:
            steps.append(f"{spoken_day(day)}: not counted, {why_off}.")
        elif left <= ends - here:
            steps.append(f"{spoken_day(day)}: the last {in_words(left)}, to {_clock(here + left, day)}.")
            return Deadline(due=here + left, because=tuple(steps), basis=basis)
        else:
            steps.append(f"{spoken_day(day)}: {in_words(ends - here)} counted.")
            left -= ends - here
        here, day = ends, day + timedelta(days=1)


def _clock(at: datetime, day: date) -> str:
    return "24:00" if at == start_of_day(day + timedelta(days=1)) else spoken(at)
