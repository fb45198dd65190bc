"""The least change to a published roster that covers again: who is away is away, and the rest is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.planning import Member, Planned
from bluelamp.duty.solving.bounding import bound
from bluelamp.duty.solving.unit_model import Missing, UnitModel, build

CHANGED_DUTY, REST_DAY_LOST, CHANGED_CALL, UNCOVERED = 60, 70, 20, 100_000
"""Points: a duty moved or dropped, a rest day that is worked on top of that, a change of call, a person missing."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What changes for one person on one day: from one shift to another, "" for none."""

    officer: str
    day: date
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Repair:
    """The changes, in order of day; what still is not covered; `least`: no repair costs fewer points."""

    unit: str
    changes: tuple[Change, ...]
    missing: tuple[Missing, ...]
    points: int
    least: bool


def repair(
    *, unit: str, members: Sequence[Member], published: Sequence[Planned], cover: Cover, begins: date, ends: date,
    law: Law, seconds: float = 20.0,
) -> Repair:  # fmt: skip
    """Cover the days from `begins` up to before `ends` again, for the members as they are now.

    `published`: the duties as they stand without those of who is away. The members' history holds what was before and
    what goes on after. Raises ValueError where
    no answer was found in the time.
    """
    steady = [replace(one, pattern=None, wishes={}) for one in members]
    model = build(unit=unit, members=steady, cover=cover, begins=begins, ends=ends, law=law, goes_on=False)
    published = [one for one in published if begins <= one.day < ends]
    _price_changes(model, published)
    found = bound(model.linear, seconds=seconds)
    if not found.values:
        raise ValueError("No repair was found in the time.")
    values = model.tightened(found.values)
    return Repair(
        unit=unit,
        changes=_changes(model, published, values),
        missing=model.missing(values),
        points=model.linear.cost_of(values),
        least=found.proved,
    )


def _price_changes(model: UnitModel, published: Sequence[Planned]) -> None:
    """Nothing costs but a person missing, and a change to what was published."""
    linear = model.linear
    linear.costs = [0] * len(linear.costs)
    linear.constant = 0
    for row in model.cover:
        linear.costs[row.missing] = UNCOVERED
    stood = {(one.officer, one.day, one.shift) for one in published}
    for rows in model.people:
        name = rows.member.officer
        for day in model.period.days:
            on_duty = any((name, day, key) in stood for key in rows.unit.shifts)
            for key, number in rows.work[day].items():
                _price(model, number, (name, day, key) in stood, CHANGED_DUTY, 0 if on_duty else REST_DAY_LOST)
            if day in rows.calls:
                called = (name, day, model.period.call) in stood
                _price(model, rows.calls[day], called, CHANGED_CALL, CHANGED_CALL)


def _price(model: UnitModel, number: int, stood: bool, changed: int, added: int) -> None:
    """Dropping what stood costs `changed`; what is new costs `added`, and `changed` too where nothing stood."""
    if stood:
        model.linear.constant += changed
        model.linear.costs[number] = -changed
    else:
        model.linear.costs[number] = added + (changed if added else 0)


def _changes(model: UnitModel, published: Sequence[Planned], values: Sequence[int]) -> tuple[Change, ...]:
    calls = {model.period.call}
    before, after = _by_day(published, calls), _by_day(model.roster(values), calls)
    people = {rows.member.officer for rows in model.people}
    slots = sorted((slot for slot in before.keys() | after.keys() if slot[0] in people), key=lambda one: one[1:])
    return tuple(
        Change(officer=name, day=day, before=before.get((name, day, call), ""), after=after.get((name, day, call), ""))
        for name, day, call in slots
        if before.get((name, day, call), "") != after.get((name, day, call), "")
    )


def _by_day(roster: Sequence[Planned], calls: set[str]) -> dict[tuple[str, date, bool], str]:
    return {(one.officer, one.day, one.shift in calls): one.shift for one in roster}
