"""What a day brings: every call with its time, way in, subject and place. Drawn before anything runs, so that fewer
units, or a slower desk, meet exactly the same day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from random import Random

from bluelamp.deadlines.instants import start_of_day
from bluelamp.places.geography import geography
from bluelamp.places.rules.points import Point
from bluelamp.twin.assumptions import GRADES, Assumptions, Subject
from bluelamp.twin.chance import about, one_of
from bluelamp.twin.records import Happening, Records

OFFICER = "OFFICER"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an incident is."""

    point: Point
    lsoa: str
    settlement: str
    urban: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of the plan. `subject` None: it leads to no incident. `luck` seeds all that follows from it."""

    key: str
    at: datetime
    channel: str
    subject: Subject | None = None
    place: Place | None = None
    grade: str = ""
    outcome: str = ""
    domestic: bool = False


def weekday_weights(assumed: Assumptions) -> tuple[float, ...]:
    """How much of a week falls on each day, Monday first."""
    return tuple(sum(assumed.curve[day * 24 : day * 24 + 24]) for day in range(7))


def day_of_calls(day: date, *, assumed: Assumptions, records: Records, seed: str) -> list[Call]:
    """Every call of one local day in order of time; the same seed gives the same calls."""
    luck = Random(f"{seed}:{day}:calls")
    of_the_day = weekday_weights(assumed)[day.weekday()] / (1000 / 7)
    happenings = list(records.on(day))
    found = [_crime(luck, day, number, one, assumed) for number, one in enumerate(happenings)]
    others = about(luck, max(assumed.number("incidents_a_day") * of_the_day - len(happenings), 0))
    patrol = about(luck, assumed.number("officer_incidents_a_day") * of_the_day)
    found += [_other(luck, day, number, assumed, patrol=number < patrol) for number in range(others)]
    rest = about(luck, max(assumed.number("calls_a_day") * of_the_day - len(found) + patrol, 0))
    found += [_no_incident(luck, day, number, assumed) for number in range(rest)]
    return sorted(found, key=lambda call: (call.at, call.key))


def _crime(luck: Random, day: date, number: int, one: Happening, assumed: Assumptions) -> Call:
    subject = assumed.crimes.get(one.category) or assumed.crimes["Other crime"]
    return Call(
        key=f"{day}:crime:{number}",
        at=_moment(luck, day, assumed),
        channel=one_of(luck, assumed["channels"]),
        subject=subject,
        place=place_of(one.point, one.lsoa, one.location),
        grade=_grade(luck, subject),
        outcome=one.outcome,
        domestic=luck.random() < assumed.number("domestic_share") * subject.domestic,
    )


def _other(luck: Random, day: date, number: int, assumed: Assumptions, *, patrol: bool) -> Call:
    kinds = {kind.code: kind for kind in assumed.kinds}
    code = one_of(luck, {kind.code: kind.share for kind in assumed.kinds})
    subject = kinds["stop"] if patrol else kinds[code]
    postcode = luck.choice(geography().postcodes)
    return Call(
        key=f"{day}:other:{number}",
        at=_moment(luck, day, assumed),
        channel=OFFICER if patrol else one_of(luck, assumed["channels"]),
        subject=subject,
        place=place_of(postcode.point, postcode.area, ""),
        grade=_grade(luck, subject),
        domestic=bool(subject.domestic),
    )


def _no_incident(luck: Random, day: date, number: int, assumed: Assumptions) -> Call:
    channel = one_of(luck, assumed["channels"])
    return Call(key=f"{day}:talk:{number}", at=_moment(luck, day, assumed), channel=channel)


def _moment(luck: Random, day: date, assumed: Assumptions) -> datetime:
    hours = assumed.curve[day.weekday() * 24 : day.weekday() * 24 + 24]
    hour = luck.choices(range(24), hours)[0]
    return start_of_day(day) + timedelta(hours=hour, seconds=luck.randrange(3600))


def _grade(luck: Random, subject: Subject) -> str:
    return one_of(luck, {grade: subject.grades[grade] for grade in GRADES})


@cache
def place_of(point: Point, lsoa: str, location: str) -> Place:
    """What the borough's geography says of a point."""
    ground = geography()
    settlement = ground.settlement_at(point).name
    return Place(
        point=point,
        lsoa=lsoa,
        settlement=settlement,
        urban=ground.setting_at(point) == "urban",
        words=f"{location or 'Near ' + ground.nearest_postcode(point).text}, {settlement}",
    )


def calls_between(
    since: datetime, until: datetime, days: Iterator[date], *, assumed: Assumptions, records: Records, seed: str
) -> list[Call]:
    """The calls of those days that ring from `since` up to before `until`."""
    found = [call for day in days for call in day_of_calls(day, assumed=assumed, records=records, seed=seed)]
    return [call for call in found if since <= call.at < until]
