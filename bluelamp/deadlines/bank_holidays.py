"""Bank holidays of England and Wales: the published list, and the rule for the years after it."""

import json
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

LAST_YEAR_BY_RULE = 2099


class YearUnknown(ValueError):
    """No bank holidays are known for this year."""


def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England and Wales, substitute days included.

    Years in the list that comes with the `govuk-bank-holidays` package (2012 onwards, no network is used) are taken
    from it; later years to 2099 follow the Banking and Financial Dealings Act 1971 and the yearly proclamation, so
    a one-off holiday of such a year is known only once it is published. Raises YearUnknown for any other year.
    """
    listed = published()
    if year in listed:
        return listed[year]
    if max(listed) < year <= LAST_YEAR_BY_RULE:
        return by_rule(year)
    raise YearUnknown(f"Bank holidays are known from {min(listed)} to {LAST_YEAR_BY_RULE}, not for {year}.")


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Bank holidays, and the days they stand for: Christmas Day, 26 December and 1 January count on a weekend too.

    Police Regulations 2003 reg. 3, "public holiday". Raises YearUnknown as `bank_holidays` does.
    """
    return bank_holidays(year) | {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26), good_friday(year)}


@cache
def published() -> dict[int, frozenset[date]]:
    """The published list by year, read once from the package's own file: its code would load a web client."""
    divisions = json.loads((files("govuk_bank_holidays") / "bank-holidays.json").read_text(encoding="utf-8"))
    days = [date.fromisoformat(entry["date"]) for entry in divisions["england-and-wales"]["events"]]
    return {year: frozenset(day for day in days if day.year == year) for year in {day.year for day in days}}


@cache
def by_rule(year: int) -> frozenset[date]:
    """The eight ordinary bank holidays, moved to the next free weekday where they fall on a weekend."""
    easter = easter_sunday(year)
    spring_and_summer = {_first_monday(year, 5), _last_monday(year, 5), _last_monday(year, 8)}
    return frozenset(
        {_weekday_from(date(year, 1, 1)), good_friday(year), easter + timedelta(days=1)}
        | spring_and_summer
        | _substituted((date(year, 12, 25), date(year, 12, 26)))
    )


def _substituted(days: tuple[date, ...]) -> set[date]:
    kept = {day for day in days if day.weekday() < 5}
    for lost in (day for day in days if day.weekday() >= 5):
        substitute = lost
        while substitute.weekday() >= 5 or substitute in kept:
            substitute += timedelta(days=1)
        kept.add(substitute)
    return kept


def _weekday_from(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def good_friday(year: int) -> date:
    """The Friday before Easter Sunday."""
    return easter_sunday(year) - timedelta(days=2)


@cache
def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    correction = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
