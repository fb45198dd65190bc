"""What happens on a day: the records of a month, re-dated; or drawn from the fitted rates."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Protocol

from bluelamp.places.geography import geography
from bluelamp.places.rules.points import Point
from bluelamp.twin.chance import about, one_of
from bluelamp.twin.crime_file import Crimes, Record
from bluelamp.twin.rates import Rates


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A recorded crime or antisocial behaviour: what and where, with the outcome the record has."""

    category: str
    point: Point
    lsoa: str
    location: str
    outcome: str


class Records(Protocol):
    """What gives the happenings of each day; the same day always gives the same."""

    def on(self, day: date) -> Sequence[Happening]: ...


def in_2011_code(record: Record) -> Record:
    """The record with the LSOA's 2011 code, where the file already uses one of 2021."""
    area = geography().area(record.lsoa)
    return replace(record, lsoa=area.code) if area else record


def first_day(month: str, days: int, *, today: date) -> date:
    """The latest day before `today` on which the month may begin again, whole and on its own weekdays."""
    begins = date.fromisoformat(f"{month}-01")
    weeks = (today - timedelta(days=days) - begins).days // 7
    return begins + timedelta(weeks=weeks)


class OfAMonth:
    """The records of one month, each given a day by seed and weekday, from `begins` on."""

    def __init__(self, records: Sequence[Record], *, month: str, begins: date, weights: Sequence[float], seed: str):
        count = monthrange(int(month[:4]), int(month[5:]))[1]
        days = [begins + timedelta(days=number) for number in range(count)]
        self._days: dict[date, list[Happening]] = {day: [] for day in days}
        luck = Random(f"{seed}:days")
        chances = [weights[day.weekday()] for day in days]
        for record in (in_2011_code(one) for one in records if one.month == month):
            self._days[luck.choices(days, chances)[0]].append(_happening(record))

    def on(self, day: date) -> Sequence[Happening]:
        return self._days.get(day, [])


class AtRates:
    """Drawn from fitted rates: category, LSOA and outcome by share, the point one of the LSOA's postcodes."""

    def __init__(self, rates: Rates, *, weights: Sequence[float], seed: str) -> None:
        self._rates, self._weights, self._seed = rates, weights, seed
        self._postcodes: dict[str, list[Point]] = {}
        for postcode in geography().postcodes:
            self._postcodes.setdefault(postcode.area, []).append(postcode.point)

    def on(self, day: date) -> Sequence[Happening]:
        luck = Random(f"{self._seed}:{day}")
        of_the_day = self._weights[day.weekday()] / (sum(self._weights) / 7)
        return [
            self._one(luck, name, rate.areas, rate.outcomes)
            for name, rate in self._rates.by_category.items()
            for _ in range(about(luck, rate.a_day * rate.months[day.month - 1] * of_the_day))
        ]

    def _one(self, luck: Random, category: str, areas: Mapping[str, float], outcomes: Mapping[str, float]) -> Happening:
        area = one_of(luck, {code: share for code, share in areas.items() if code in self._postcodes})
        point = luck.choice(self._postcodes[area])
        return Happening(category=category, point=point, lsoa=area, location="", outcome=one_of(luck, outcomes))


def _happening(record: Record) -> Happening:
    return Happening(
        category=record.category,
        point=Point(record.lat, record.lon),
        lsoa=record.lsoa,
        location=record.location,
        outcome=record.outcome,
    )


def with_outcomes(crimes: Crimes, outcomes: Mapping[str, str]) -> Crimes:
    """The records with the last outcome of a file of outcomes over the one they came with, joined by Crime ID."""
    joined = (replace(one, outcome=outcomes.get(one.id, one.outcome)) if one.id else one for one in crimes.records)
    return replace(crimes, records=tuple(joined))
