"""The choice of one unit's roster over one block: its members, what it needs, and the roster read off an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.cover import Cover, Need
from bluelamp.duty.rules.planning import Member, Planned
from bluelamp.duty.solving import cover_rows
from bluelamp.duty.solving.holiday_rows import share_public_holidays
from bluelamp.duty.solving.linear import Linear
from bluelamp.duty.solving.member_rows import MemberRows, Period
from bluelamp.duty.solving.wish_rows import state_wishes


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A need that a roster does not meet: how many people are missing on the window that begins on `day`."""

    need: Need
    day: date
    people: int


@dataclass(frozen=True, kw_only=True)
class UnitModel:
    """The linear choice with what its variables stand for."""

    unit: str
    period: Period
    linear: Linear
    people: tuple[MemberRows, ...]
    cover: tuple[cover_rows.CoverRow, ...]

    def roster(self, values: Sequence[int]) -> tuple[Planned, ...]:
        """The duties that an answer stands for, calls included, by officer and day."""
        found = []
        for rows in self.people:
            name = rows.member.officer
            for day in self.period.days:
                chosen = [key for key, number in rows.work[day].items() if values[number]]
                if day in rows.calls and values[rows.calls[day]]:
                    chosen.append(self.period.call)
                found += [Planned(officer=name, day=day, shift=key) for key in chosen]
        return tuple(found)

    def tightened(self, values: Sequence[int]) -> tuple[int, ...]:
        """The answer with no more people counted as missing, below or above than are: a search that was cut short
        may have left these counts slack. The rows of cover hold them as their last terms.
        """
        tight = list(values)
        for row in self.linear.rows:
            if row.rule[0] not in ("need", "desired"):
                continue
            counts = 1 if row.rule[0] == "need" else 2
            there = sum(values[one] * by for one, by in row.terms[:-counts])
            for number, by in row.terms[-counts:]:
                tight[number] = max(0, (row.least - there) * by)
        return tuple(tight)

    def missing(self, values: Sequence[int]) -> tuple[Missing, ...]:
        """The needs that an answer does not meet."""
        return tuple(
            Missing(need=row.wanted.need, day=row.wanted.day, people=values[row.missing])
            for row in self.cover if values[row.missing]
        )  # fmt: skip

    def hint(self, roster: Sequence[Planned]) -> dict[int, int]:
        """The values of the choosing variables under a known roster."""
        chosen = {(one.officer, one.day, one.shift) for one in roster}
        found: dict[int, int] = {}
        for rows in self.people:
            name = rows.member.officer
            for day in self.period.days:
                found |= {number: int((name, day, key) in chosen) for key, number in rows.work[day].items()}
                if day in rows.calls:
                    found[rows.calls[day]] = int((name, day, self.period.call) in chosen)
        return found


def build(
    *, unit: str, members: Sequence[Member], cover: Cover, begins: date, ends: date, law: Law,
    elastic: bool = True, goes_on: bool = True,
) -> UnitModel:  # fmt: skip
    """State the choice for the people of one unit over the days from `begins` up to before `ends`."""
    shifts = {key: cover.shifts[key] for key in (*cover.units[unit].shifts, *_call(cover))}
    period = Period(begins=begins, ends=ends, shifts=shifts, law=law, goes_on=goes_on)
    linear = Linear()
    people = tuple(MemberRows(member=one, period=period, model=linear, unit=cover.units[unit]) for one in members)
    for rows in people:
        rows.state()
        state_wishes(rows)
        share_public_holidays(rows)
    cover_rows.state_beside(linear, period, people)
    needs = list(cover.windows(unit, begins, ends))
    return UnitModel(
        unit=unit,
        period=period,
        linear=linear,
        people=people,
        cover=tuple(cover_rows.state(linear, period, needs, people, elastic=elastic)),
    )


def _call(cover: Cover) -> list[str]:
    return [key for key, shift in cover.shifts.items() if shift.on_call]


def by_unit(members: Sequence[Member]) -> Mapping[str, list[Member]]:
    """The members of each unit."""
    found: dict[str, list[Any]] = {}
    for one in members:
        found.setdefault(one.unit, []).append(one)
    return found
