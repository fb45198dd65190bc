"""What a unit needs, as rows: who of those who may cover it are there, in each stretch between changes of shift."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from bluelamp.duty.rules.cover import Need
from bluelamp.duty.rules.duties import DAY, Duty
from bluelamp.duty.rules.planning import ACCOMPANIED
from bluelamp.duty.solving import weights
from bluelamp.duty.solving.linear import Linear
from bluelamp.duty.solving.member_rows import MemberRows, Period

Covering = frozenset[tuple[date, str]]
"""Shifts by day; whoever works one of them is there."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One stretch in which a need must be met: by whoever works one of these, of those who hold the skill that day."""

    need: Need
    day: date
    covering: Covering
    begins: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class CoverRow:
    """The variables of who may be there, and the one that counts how many are missing."""

    wanted: Wanted
    missing: int


def state(
    model: Linear,
    period: Period,
    needs: Sequence[tuple[Need, date]],
    people: Sequence[MemberRows],
    *,
    elastic: bool = True,
) -> list[CoverRow]:
    """Add the rows of these needs. `elastic`: a person missing is a cost, else the row must hold."""
    found = []
    for wanted in needed(period, needs):
        if wanted.need.least:
            missing = model.variable(cost=weights.MISSING, limit=wanted.need.least if elastic else 0)
            there, stand = _there(wanted, people, period, counted=True)
            rule = ("need", wanted.need, wanted.day)
            model.row([*((one, 1) for one in there), (missing, 1)], least=wanted.need.least - stand, rule=rule)
            found.append(CoverRow(wanted=wanted, missing=missing))
        if wanted.need.desired > wanted.need.least or not (wanted.need.skill or wanted.need.call):
            _desire(model, period, wanted, people)
    return found


def state_beside(model: Linear, period: Period, people: Sequence[MemberRows]) -> None:
    """No more accompanied specials on a shift than experienced officers who work the same one (S3)."""
    accompanied = [rows for rows in people if rows.member.patrol == ACCOMPANIED]
    experienced = [rows for rows in people if rows.member.experienced]
    for day in period.days if accompanied else ():
        for key in period.shifts:
            learn = [(rows.work[day][key], 1) for rows in accompanied if key in rows.work[day]]
            beside = [(rows.work[day][key], -1) for rows in experienced if key in rows.work[day]]
            if learn:
                model.row([*learn, *beside], most=0, rule=("accompanied", day, key))


def _desire(model: Linear, period: Period, wanted: Wanted, people: Sequence[MemberRows]) -> None:
    there, stand = _there(wanted, people, period, counted=False)
    below = model.variable(cost=weights.BELOW_DESIRED, limit=wanted.need.desired)
    above = model.variable(cost=weights.ABOVE_DESIRED, limit=len(there) + stand)
    terms = [*((one, 1) for one in there), (below, 1), (above, -1)]
    wish = wanted.need.desired - stand
    model.row(terms, least=wish, most=wish, rule=("desired", wanted.need, wanted.day))


def needed(period: Period, needs: Sequence[tuple[Need, date]]) -> list[Wanted]:
    """Every stretch that must be looked at: one that holds whenever another does is left out."""
    kept: dict[tuple[str, bool, Covering], Wanted] = {}
    for need, day in needs:
        stretches = list(_stretches(period, need, day))
        for begins, ends, covering in stretches:
            if any(other and other < covering for _, _, other in stretches):
                continue
            wanted = Wanted(need=need, day=day, covering=covering, begins=begins, ends=ends)
            known = kept.get(key := (need.skill, need.call, covering))
            if known is None or (need.least, need.desired) > (known.need.least, known.need.desired):
                kept[key] = wanted
    return list(kept.values())


def _stretches(period: Period, need: Need, day: date) -> Iterator[tuple[datetime, datetime, Covering]]:
    begins, ends = need.window.on(day)
    spans = {
        (near, key): period.spans[near, key]
        for near in (day - DAY, day, day + DAY) if (near, period.call or next(iter(period.shifts))) in period.spans
        for key, shift in period.shifts.items()
        if shift.on_call == need.call and _overlap(period.spans[near, key], begins, ends)
    }  # fmt: skip
    cuts = {begins, ends, *(one for duty in spans.values() for one in (duty.begins, duty.ends) if begins < one < ends)}
    for first, last in pairwise(sorted(cuts)):
        yield first, last, frozenset(key for key, duty in spans.items() if duty.begins <= first and duty.ends >= last)


def _overlap(duty: Duty, begins: datetime, ends: datetime) -> bool:
    return duty.begins < ends and duty.ends > begins


def _there(wanted: Wanted, people: Sequence[MemberRows], period: Period, *, counted: bool) -> tuple[list[int], int]:
    """The variables of those who may be there, and how many stand there already. `counted`: toward the least; toward
    what is desired everybody is but an accompanied special, who is one with the officer beside them."""
    found, stand = [], 0
    for rows in people:
        there = rows.covers if counted else rows.member.patrol != ACCOMPANIED
        if not there or not rows.member.holds(wanted.need.skill, on=wanted.day):
            continue
        for day, key in wanted.covering:
            number = rows.calls.get(day) if wanted.need.call else rows.work.get(day, {}).get(key)
            if number is not None:
                found.append(number)
            elif day < period.begins:
                stand += _stands(rows, wanted)
    return found, stand


def _stands(rows: MemberRows, wanted: Wanted) -> bool:
    return any(
        one.on_call == wanted.need.call and one.begins <= wanted.begins and one.ends >= wanted.ends
        for one in rows.member.history
    )
