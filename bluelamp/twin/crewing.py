"""Who goes out with whom: cars crewed from the people whom the published roster has on duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.models import PlannedDuty, Post, Roster
from bluelamp.duty.queries import skills_of
from bluelamp.places.models import Team
from bluelamp.twin.running import Running

UNITS = ("response", "neighbourhood", "roads")
"""The units of the roster whose people crew cars; a car's kind has the same name."""
INSIDE = "no duty outside the station"
DRIVER = "response_driver"


@dataclass(frozen=True, kw_only=True)
class OnDuty:
    """One person on duty by the roster: for which unit, of which team, from when until when."""

    officer: int
    unit: str
    team: Team
    begins: datetime
    ends: datetime
    is_special: bool
    goes_out: bool
    drives: bool


@dataclass(frozen=True, kw_only=True)
class Crew:
    """Officers who share a car, the one who speaks for it first, and the call signs that they may take."""

    officers: tuple[int, ...]
    call_signs: Sequence[str]
    until: datetime


def on_the_roster(at: datetime) -> list[OnDuty]:
    """Everybody whom the published roster has on duty at `at`, by collar number."""
    rows = PlannedDuty.objects.filter(
        roster__state=Roster.State.PUBLISHED, kind=PlannedDuty.Kind.DUTY, during__contains=at
    )
    found = list(rows.order_by("officer__collar_number"))
    officers = [one.officer_id for one in found]
    posts = {post.officer_id: post for post in Post.objects.filter(officer__in=officers).select_related("team")}
    skills = skills_of(officers, on=local_day(at))
    return [
        OnDuty(
            officer=one.officer_id,
            unit=one.unit,
            team=posts[one.officer_id].team,
            begins=one.during.lower,
            ends=one.during.upper,
            is_special=posts[one.officer_id].is_special,
            goes_out=INSIDE not in posts[one.officer_id].restricted,
            drives=DRIVER in skills.get(one.officer_id, ()),
        )
        for one in found
    ]


def crews(run: Running, people: Sequence[OnDuty]) -> list[Crew]:
    """The crews of one shift: no more cars of a kind than assumed, times the share of the units that is played."""
    found = []
    for unit in UNITS:
        cars = round(run.assumed["cars"][unit] * run.units_share)
        found += _of_unit(run, unit, [one for one in people if one.unit == unit and one.goes_out])[:cars]
    return found


def _of_unit(run: Running, unit: str, people: Sequence[OnDuty]) -> list[Crew]:
    """A special always goes along with an officer; officers share a response car as often as is assumed.

    Who speaks for a car is one whom the twin acts for, a response driver where there is one left.
    """
    regulars = sorted((one for one in people if not one.is_special), key=lambda one: not one.drives)
    specials = [one for one in people if one.is_special]
    found: list[Crew] = []
    while (first := next((one for one in regulars if one.officer in run.cast.by_officer), None)) is not None:
        regulars.remove(first)
        luck = run.luck("crew", first.begins, unit, str(len(found)))
        two = unit == "response" and luck.random() < run.assumed.number("double_crewed_share")
        second = specials.pop(0) if specials else regulars.pop() if two and regulars else None
        officers = (first, second) if second else (first,)
        found.append(
            Crew(
                officers=tuple(one.officer for one in officers),
                call_signs=first.team.call_signs,
                until=max(one.ends for one in officers),
            )
        )
    return found
