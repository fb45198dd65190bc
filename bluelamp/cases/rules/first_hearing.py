"""The first hearing after charge (F6; PACE s.46, P33)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bluelamp.custody.rules.first_court import first_court
from bluelamp.deadlines.calendars import CRIMPR
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day


class Plea(StrEnum):
    """The plea the police expect, which sets the listing."""

    GUILTY = "gap"
    NOT_GUILTY = "ngap"

    @property
    def words(self) -> str:
        return "guilty plea expected" if self is Plea.GUILTY else "not guilty plea expected"


@dataclass(frozen=True, kw_only=True)
class FirstHearing:
    """The last day to list, the same as a deadline, and whether the court must be told (s.46(3)); None: ask it."""

    last_day: date
    deadline: Deadline
    notify_court: bool | None = False


def first_hearing(
    law: Law, *, charged_at: datetime, in_custody: bool, plea: Plea, sittings: Sequence[datetime] | None = None
) -> FirstHearing:
    """The last day for the first hearing of somebody charged at `charged_at`.

    Bailed: 14 days (guilty plea expected) or 28 after the local day of charge, brought forward to a business day
    (CrimPR 2.2) where it falls on another. Kept in custody: by custody's rule of the first court after charge, from
    the `sittings` where they are known.
    """
    if in_custody:
        return _next_sitting(charged_at, sittings)
    return _listed(law, charged_at, plea)


def _next_sitting(charged_at: datetime, sittings: Sequence[datetime] | None) -> FirstHearing:
    court = first_court(charged_at=charged_at, sittings=sittings)
    last = local_day(court.deadline.due - timedelta(microseconds=1))
    return FirstHearing(last_day=last, deadline=court.deadline, notify_court=court.tell_court)


def _listed(law: Law, charged_at: datetime, plea: Plea) -> FirstHearing:
    charged = local_day(charged_at)
    days = law.value(f"cases.first_hearing.{plea}", on=charged)
    counted = charged + timedelta(days=days.number)
    last = _business_day_up_to(counted)
    steps = [
        f"Charged and bailed: {spoken(charged_at)}.",
        f"{days.number} days later, {plea.words}: {spoken_day(counted)}.",
    ]
    if last != counted:
        steps.append(f"{CRIMPR.why_off(counted).capitalize()}: brought forward to {spoken_day(last)}.")
    deadline = Deadline(due=end_of_day(last), because=tuple(steps), basis=days.source)
    return FirstHearing(last_day=last, deadline=deadline)


def _business_day_up_to(day: date) -> date:
    while not CRIMPR.is_working(day):
        day -= timedelta(days=1)
    return day
