"""Notice: what an officer is owed when a rest day is worked after all, and when a roster may be published."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bluelamp.deadlines.instants import spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import add_months
from bluelamp.verdict import Verdict, allowed, every, refused


class Owed(StrEnum):
    """What a rest day or a public holiday that is worked brings."""

    TIME_AND_A_HALF = "time_and_a_half"
    ANOTHER_DAY = "another_day"
    DOUBLE_TIME = "double_time"
    DOUBLE_TIME_AND_A_DAY = "double_time_and_a_day"


@dataclass(frozen=True, kw_only=True)
class RestDayWorked:
    """How many clear days of notice there were, what that brings, and by when another rest day is notified if it is."""

    clear_days: int
    owed: Owed
    another_day_by: date | None
    source: str


def clear_days(*, told_on: date, works_on: date) -> int:
    """The days between: neither the day told nor the day worked counts (R4). Never below 0."""
    return max(0, (works_on - told_on).days - 1)


def rest_day_worked(*, told_on: date, works_on: date, law: Law) -> RestDayWorked:
    """What an officer told on one day to work on a rest day is owed (Police Regulations 2003 Annex H).

    Raises ValueError where the day worked is before the day told.
    """
    if works_on < told_on:
        raise ValueError(f"Told {spoken_day(told_on)} of a day that was over, {spoken_day(works_on)}.")
    needed, within = law.value("notice.clear_days", on=works_on), law.value("notice.another_day_within", on=works_on)
    days = clear_days(told_on=told_on, works_on=works_on)
    early = days >= needed.number
    return RestDayWorked(
        clear_days=days,
        owed=Owed.ANOTHER_DAY if early else Owed.TIME_AND_A_HALF,
        another_day_by=told_on + timedelta(days=within.number) if early else None,
        source=needed.source,
    )


def public_holiday_worked(*, told_on: date, works_on: date, law: Law) -> RestDayWorked:
    """What an officer told on one day to work on a public holiday is owed (Police Regulations 2003 Annex H).

    Double time; with fewer clear days of notice than the law's eight, another day off as well, which is notified
    within the same days as another rest day. Raises ValueError where the day worked is before the day told.
    """
    if works_on < told_on:
        raise ValueError(f"Told {spoken_day(told_on)} of a day that was over, {spoken_day(works_on)}.")
    needed, within = (
        law.value("notice.public_holiday", on=works_on),
        law.value("notice.another_day_within", on=works_on),
    )
    days = clear_days(told_on=told_on, works_on=works_on)
    late = days < needed.number
    return RestDayWorked(
        clear_days=days,
        owed=Owed.DOUBLE_TIME_AND_A_DAY if late else Owed.DOUBLE_TIME,
        another_day_by=told_on + timedelta(days=within.number) if late else None,
        source=needed.source,
    )


def may_publish(*, published_on: date, begins: date, ends: date, law: Law) -> Verdict:
    """Whether a roster is out early enough and long enough: a month before, for three months (reg. 22, R1).

    `ends`: the first day that it no longer covers.
    """
    before, covered = (law.value(f"publishing.months_{one}", on=begins) for one in ("before", "covered"))
    latest, least = add_months(begins, -before.number), add_months(begins, covered.number)
    checks = (
        (published_on <= latest, f"Published by {spoken_day(latest)}, a month before it begins.", before.source),
        (ends >= least, f"It covers three months, up to {spoken_day(least - timedelta(days=1))}.", covered.source),
    )
    fields = ("published_on", "ends")
    return every(
        *(
            allowed() if holds else refused(words, source, field=field)
            for field, (holds, words, source) in zip(fields, checks, strict=True)
        )
    )
