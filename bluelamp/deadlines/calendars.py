"""The four working-day calendars. They differ, so each has its name and none is the default."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bluelamp.deadlines.bank_holidays import bank_holidays, easter_sunday, good_friday

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, kw_only=True)
class WorkingDays:
    """A named calendar. `why_off` answers why a day does not count, or "" when it does."""

    name: str
    source: str
    why_off: Callable[[date], str]

    def is_working(self, day: date) -> bool:
        """Whether the day counts in this calendar."""
        return not self.why_off(day)

    def next_working(self, day: date) -> date:
        """The first working day after `day` (never `day` itself)."""
        return self.add(day, 1)

    def on_or_after(self, day: date) -> date:
        """`day` itself where it is a working day, otherwise the next one."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def add(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which is day 0 whether or not it is a working day.

        Raises ValueError for n below 1.
        """
        return self.walk(day, n)[-1][0]

    def walk(self, day: date, n: int) -> list[tuple[date, str]]:
        """Every day after `day` up to the n-th working day, each with why it does not count ("" where it does)."""
        if n < 1:
            raise ValueError(f"Count at least one working day, not {n}.")
        days: list[tuple[date, str]] = []
        while n:
            day += timedelta(days=1)
            why = self.why_off(day)
            days.append((day, why))
            n -= not why
        return days


def _weekend(day: date) -> str:
    return {SATURDAY: "Saturday", SUNDAY: "Sunday"}.get(day.weekday(), "")


def _sunday(day: date) -> str:
    return "Sunday" if day.weekday() == SUNDAY else ""


def _bank_holiday(day: date) -> str:
    return "bank holiday" if day in bank_holidays(day.year) else ""


def _christmas_day(day: date) -> str:
    return "Christmas Day" if (day.month, day.day) == (12, 25) else ""


def _good_friday(day: date) -> str:
    return "Good Friday" if day == good_friday(day.year) else ""


def _boxing_day(day: date) -> str:
    return "Boxing Day" if (day.month, day.day) == (12, 26) else ""


def _easter_monday(day: date) -> str:
    return "Easter Monday" if day == easter_sunday(day.year) + timedelta(days=1) else ""


def _first_of(*reasons: Callable[[date], str]) -> Callable[[date], str]:
    return lambda day: next((why for why in (reason(day) for reason in reasons) if why), "")


VICTIMS_CODE = WorkingDays(
    name="Victims' Code",
    source="Victims' Code, glossary: Monday to Friday less public holidays",
    why_off=_first_of(_weekend, _christmas_day, _good_friday, _bank_holiday),
)
CRIMPR = WorkingDays(
    name="Criminal Procedure Rules",
    source="CrimPR 2025 r.2.2",
    why_off=_first_of(_weekend, _christmas_day, _boxing_day, _good_friday, _easter_monday, _bank_holiday),
)
DAPN = WorkingDays(
    name="Domestic abuse protection notice",
    source="Domestic Abuse Act 2021 s.29(3): Saturdays count",
    why_off=_first_of(_sunday, _christmas_day, _good_friday, _bank_holiday),
)
PACE_COURT = WorkingDays(
    name="First court after charge",
    source="PACE s.46(8): only Christmas Day, Good Friday and Sundays are left out",
    why_off=_first_of(_sunday, _christmas_day, _good_friday),
)
