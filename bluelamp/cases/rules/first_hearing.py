"""The first hearing after charge (F6; PACE s.46, P33)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bluelamp.deadlines.calendars import CRIMPR, PACE_COURT
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
    """The last day to list, the same as a deadline, and whether the court officer must be told (s.46(3))."""

    last_day: date
    deadline: Deadline
    notify_court: bool = False


def first_hearing(law: Law, *, charged_at: datetime, in_custody: bool, plea: Plea) -> FirstHearing:
    """The last day for the first hearing of somebody charged at `charged_at`.

    Bailed: 14 days (guilty plea expected) or 28 after the local day of charge, brought forward to a business day
    (CrimPR 2.2) where it falls on another. Kept in custody: not later than the first sitting after the charge; where
    the day after the charge is left out (Sunday, Christmas Day, Good Friday) the next day that counts, and the court
    officer is told that a sitting is needed.
    """
    if in_custody:
        return _next_sitting(charged_at)
    return _listed(law, charged_at, plea)


def _next_sitting(charged_at: datetime) -> FirstHearing:
    charged = local_day(charged_at)
    walked = PACE_COURT.walk(charged, 1)
    last = walked[-1][0]
    steps = (
        f"Charged and kept: {spoken(charged_at)}.",
        *(f"{spoken_day(day)}: not counted, {why}." for day, why in walked if why),
        f"First sitting after the charge, at the latest {spoken_day(last)}.",
    )
    deadline = Deadline(due=end_of_day(last), because=steps, basis="PACE s.46(2), (3), (8)")
    return FirstHearing(last_day=last, deadline=deadline, notify_court=len(walked) > 1)


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
