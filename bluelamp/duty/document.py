"""A roster as the checker reads it: one document of plain values, with its cover, its people and its law."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.cover import Cover, Need, clock
from bluelamp.duty.rules.duties import DAY, WEEK, Duty, is_public_holiday
from bluelamp.duty.rules.planning import WORKED_AWAY, Away, Member, Planned, away_duty, days_between

FORMAT = "bluelamp roster 3"
ZONE = "Europe/London"
HISTORY = 17 * WEEK
UNFIT = (Away.SICK, Away.OTHER)
Document = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Described:
    """What is written down: the roster's reference and period, who is on it, and their duties."""

    ref: str
    begins: date
    ends: date
    people: Sequence[Member]
    duties: Iterable[tuple[str, str, Duty]]
    """Officer, the unit the duty is for, the duty."""


def describe(roster: Described, *, cover: Cover, law: Law) -> Document:
    """The document of a roster. Court and training are written as duties that give no cover."""
    units = [_unit(cover, key) for key in cover.units]
    special = (one for one in (*cover.special, *cover.events) if one.only and roster.begins <= one.only < roster.ends)
    return {
        "format": FORMAT,
        "roster": roster.ref,
        "begins": roster.begins.isoformat(),
        "ends": roster.ends.isoformat(),
        "zone": ZONE,
        "public_holidays": _holidays(roster),
        "day_begins": law.value("force_day.begins", on=roster.begins).number,
        "law": _law(law, roster.begins),
        "cover": {"units": units, "special": [_special(one) for one in special]},
        "people": [_person(one, roster) for one in roster.people],
        "duties": [*(_duty(*one) for one in roster.duties), *_away(roster)],
        "history": [_duty(one.officer, one.unit, duty) for one in roster.people for duty in one.history],
    }


def planned_duties(roster: Iterable[Planned], people: Sequence[Member], cover: Cover) -> list[tuple[str, str, Duty]]:
    """The duties of a roster that is not in the tables yet."""
    units = {one.officer: one.unit for one in people}
    return [(one.officer, units[one.officer], one.duty(cover.shifts)) for one in roster]


def _holidays(roster: Described) -> list[str]:
    """Of the period and of the weeks before it that its rules look back on."""
    days = days_between(roster.begins - HISTORY * DAY, roster.ends)
    return [day.isoformat() for day in days if is_public_holiday(day)]


def _law(law: Law, on: date) -> Document:
    found = {}
    for key in law.keys():  # noqa: SIM118 - not a dict
        value = law.value(key, on=on)
        found[key] = {"value": value.value, "unit": value.unit, "source": value.source}
    return found


def _unit(cover: Cover, key: str) -> Document:
    unit = cover.units[key]
    needs = [{"days": sorted(one.days), **_need(one)} for one in unit.needs]
    return {"key": key, "name": unit.name, "outside": unit.outside, "asks": unit.asks, "needs": needs}


def _special(need: Need) -> Document:
    return {"date": need.only.isoformat() if need.only else "", "unit": need.unit, **_need(need)}


def _need(need: Need) -> Document:
    return {
        "from": clock(need.window.begins),
        "to": clock(need.window.ends),
        "least": need.least,
        "desired": need.desired,
        "skill": need.skill,
        "call": need.call,
    }


def _person(one: Member, roster: Described) -> Document:
    def days(*kinds: Away) -> list[str]:
        return [day.isoformat() for day in sorted(one.days_of(*kinds)) if roster.begins - DAY <= day <= roster.ends]

    return {
        "officer": one.officer,
        "name": one.name,
        "unit": one.unit,
        "counts": one.counts,
        "no_nights": one.no_nights,
        "inside_only": one.inside_only,
        "patrol": one.patrol,
        "skills": {skill: last.isoformat() if last else None for skill, last in sorted(one.skills.items())},
        "leave": days(Away.LEAVE),
        "court": days(Away.COURT),
        "unfit": days(*UNFIT),
    }


def _away(roster: Described) -> list[Document]:
    return [
        _duty(one.officer, one.unit, away_duty(day), one.away[day].value)
        for one in roster.people
        for day in sorted(one.days_of(*WORKED_AWAY))
        if roster.begins <= day < roster.ends
    ]


def _duty(officer: str, unit: str, duty: Duty, kind: str = "") -> Document:
    return {
        "officer": officer,
        "unit": unit,
        "kind": kind or ("on_call" if duty.on_call else "duty"),
        "begins": duty.begins.isoformat(),
        "ends": duty.ends.isoformat(),
    }
