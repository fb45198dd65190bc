"""Why a unit cannot be covered: needs, leave, rules and restrictions that clash, from which none can be left out."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.conflict_words import LeaveGrant, NeedOnADay, Part
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.planning import Away, Member
from bluelamp.duty.solving.beside import Question, has_a_part
from bluelamp.duty.solving.helping import cp_sat_helper
from bluelamp.duty.solving.linear import Linear, Row
from bluelamp.duty.solving.member_rows import MemberRows
from bluelamp.duty.solving.unit_model import UnitModel, build

MAY_BE_ASKED_BACK = (Away.LEAVE, Away.OTHER)


Group = NeedOnADay | LeaveGrant


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Needs and leave that cannot all hold, with the rules, restrictions and skills that ran out which have a part in
    it. `irreducible`: with any one of them left out, the others can."""

    unit: str
    groups: tuple[Part, ...]
    irreducible: bool


def explain(
    *, unit: str, members: Sequence[Member], cover: Cover, begins: date, ends: date, law: Law, seconds: float = 10.0
) -> Conflict | None:
    """The conflict of one unit over one block, or None where there is none, or no time.

    Who is sick, at court or in training stands; what may give is leave, needs, and what `beside` names.
    """
    free = [replace(one, away=_without_leave(one)) for one in members]
    model = build(unit=unit, members=free, cover=cover, begins=begins, ends=ends, law=law, elastic=False)
    grouped = dict(_needs(model))
    for rows, member in zip(model.people, members, strict=True):
        grouped |= dict(_leave(rows, member))
    asked = Question(
        unit=unit, members=tuple(members), cover=cover, begins=begins, ends=ends, law=law, needs=(), leave=()
    )
    with cp_sat_helper() as helper:
        found = helper.submit(_whole, model.linear, grouped, asked, seconds).result()
    return Conflict(unit=unit, groups=found[0], irreducible=found[1]) if found else None


def _whole(
    linear: Linear, grouped: dict[Group, list[Row]], asked: Question, seconds: float
) -> tuple[tuple[Part, ...], bool] | None:
    """The needs and the leave first, with every rule standing; then which of the rules they clash with."""
    until = time.monotonic() + seconds
    core = _irreducible(linear, grouped, seconds)
    if core is None:
        return None
    needs = tuple(one for one in core[0] if isinstance(one, NeedOnADay))
    leave = tuple(one for one in core[0] if isinstance(one, LeaveGrant))
    if not needs:
        return core
    beside, sure = has_a_part(replace(asked, needs=needs, leave=leave), until)
    return (*core[0], *beside), core[1] and sure


def _without_leave(member: Member) -> dict[date, Away]:
    return {day: kind for day, kind in member.away.items() if kind not in MAY_BE_ASKED_BACK}


def _needs(model: UnitModel) -> Iterator[tuple[Group, list[Row]]]:
    """The rows that state each need; they are taken out of the choice, to be switched on one by one."""
    rows: dict[Group, list[Row]] = {}
    for row in model.linear.rows:
        if row.rule[0] == "need":
            rows.setdefault(NeedOnADay(need=row.rule[1], day=row.rule[2]), []).append(row)
    model.linear.rows = [row for row in model.linear.rows if row.rule[0] not in ("need", "desired", "wish")]
    yield from rows.items()


def _leave(rows: MemberRows, member: Member) -> Iterator[tuple[Group, list[Row]]]:
    """For each stretch of leave, that none of what it forbids is worked."""
    for first, last in stretches(member.days_of(*MAY_BE_ASKED_BACK)):
        days = {first + n * DAY for n in range((last - first).days + 1)}
        away = {**rows.member.away, **dict.fromkeys(days, Away.LEAVE)}
        held = MemberRows(member=replace(member, away=away), period=rows.period, model=Linear(), unit=rows.unit)
        barred = [
            number for day, shifts in rows.work.items() for key, number in shifts.items() if key not in held.work[day]
        ]
        barred += [number for day, number in rows.calls.items() if day not in held.calls]
        if barred:
            group = LeaveGrant(officer=member.officer, first=first, last=last)
            yield group, [Row(tuple((one, 1) for one in barred), 0, 0, group)]


def stretches(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Days as first and last of those that follow each other."""
    ordered = sorted(days)
    for n, day in enumerate(ordered):
        if n == 0 or day - ordered[n - 1] > DAY:
            first = day
        if n + 1 == len(ordered) or ordered[n + 1] - day > DAY:
            yield first, day


def _irreducible(
    linear: Linear, grouped: dict[Group, list[Row]], seconds: float
) -> tuple[tuple[Group, ...], bool] | None:
    """A core by assumptions, then each group of it left out in turn: it stays out where the rest still cannot hold."""
    until = time.monotonic() + seconds
    clash = _choice(linear, grouped)
    core = clash(list(grouped), until)
    if not core:
        return None
    sure = True
    for group in list(core):
        if group not in core:
            continue
        smaller = clash([one for one in core if one != group], until)
        sure = sure and smaller is not None
        core = smaller or core
    return tuple(core), sure


Clash = Callable[[list[Group], float], list[Group] | None]


def _choice(linear: Linear, grouped: dict[Group, list[Row]]) -> Clash:
    """A function that answers which of the groups given cannot all hold: none of them, or None where time ran out."""
    from ortools.sat.python import cp_model

    from bluelamp.duty.solving.answering import add_row, variables

    model = cp_model.CpModel()
    numbers = variables(model, linear)
    for row in linear.rows:
        add_row(model, numbers, row)
    switches = {group: model.new_bool_var("") for group in grouped}
    for group, rows in grouped.items():
        for row in rows:
            add_row(model, numbers, row, switch=switches[group])
    named: dict[int, Group] = {switch.index: group for group, switch in switches.items()}

    def clash(groups: list[Group], until: float) -> list[Group] | None:
        solver: Any = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = max(0.5, until - time.monotonic())
        model.clear_assumptions()
        model.add_assumptions([switches[one] for one in groups])
        state = solver.status_name(solver.solve(model))
        if state == "INFEASIBLE":
            return [named[one] for one in solver.sufficient_assumptions_for_infeasibility()]
        return [] if state in ("OPTIMAL", "FEASIBLE") else None

    return clash
