"""Which rules, restrictions and skills that ran out have a part in a conflict, each checked by leaving it out."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.conflict_words import RULES, LeaveGrant, NeedOnADay, Restricted, RuleKept, SkillLapsed
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.establishment import INSIDE_ONLY, NO_NIGHTS
from bluelamp.duty.rules.planning import Away, Member, days_between
from bluelamp.duty.solving.linear import Linear
from bluelamp.duty.solving.unit_model import build

Beside = RuleKept | Restricted | SkillLapsed


@dataclass(frozen=True, kw_only=True)
class Question:
    """A conflict of needs and leave in one unit over one block: all else that anybody asked for is left out."""

    unit: str
    members: tuple[Member, ...]
    cover: Cover
    begins: date
    ends: date
    law: Law
    needs: tuple[NeedOnADay, ...] = ()
    leave: tuple[LeaveGrant, ...] = ()


def has_a_part(asked: Question, until: float) -> tuple[tuple[Beside, ...], bool]:
    """The rules, restrictions and skills without which the needs and the leave could hold, and whether time was enough
    to leave out each: in turn, and what is not needed for the conflict stays out."""
    out: set[Beside] = set()
    kept: list[Beside] = []
    sure = True
    for one in _candidates(asked):
        if time.monotonic() > until:
            return (*kept, one), False
        still = _cannot_hold(asked, {*out, one}, until)
        if still:
            out.add(one)
        else:
            kept.append(one)
            sure = sure and still is False
    return tuple(kept), sure


def _candidates(asked: Question) -> Iterator[Beside]:
    """Rules first: where one is not needed for the conflict, it is not named."""
    unit = asked.cover.units[asked.unit]
    wanted = {one.need.skill for one in asked.needs} | {unit.asks}
    last = max(one.day for one in asked.needs)
    yield from (RuleKept(name=name) for name in RULES)
    for one in asked.members:
        if one.no_nights:
            yield Restricted(officer=one.officer, what=NO_NIGHTS)
        if one.inside_only and unit.outside:
            yield Restricted(officer=one.officer, what=INSIDE_ONLY)
        for skill, day in one.skills.items():
            if skill in wanted and day is not None and day < last:
                yield SkillLapsed(officer=one.officer, skill=skill, last=day)


def _cannot_hold(asked: Question, out: set[Beside], until: float) -> bool | None:
    """Whether the needs and the leave still cannot hold without these; None where time ran out."""
    members = [_without(_on_leave(one, asked.leave), out) for one in asked.members]
    model = build(unit=asked.unit, members=members, cover=asked.cover, begins=asked.begins, ends=asked.ends,
                  law=asked.law, elastic=False)  # fmt: skip
    dropped = {one.name for one in out if isinstance(one, RuleKept)} | {"desired", "wish", "need"}
    needs = {(one.need, one.day) for one in asked.needs}
    linear = Linear(costs=[0] * len(model.linear.costs), limits=model.linear.limits)
    linear.rows = [
        row for row in model.linear.rows
        if row.rule[0] not in dropped or (row.rule[0] == "need" and row.rule[1:] in needs)
    ]  # fmt: skip
    return _infeasible(linear, until)


def _on_leave(member: Member, leave: Sequence[LeaveGrant]) -> Member:
    """Away as they are, but of leave only what has a part in it."""
    mine = {day: Away.LEAVE for one in leave if one.officer == member.officer
            for day in days_between(one.first, one.last + DAY)}  # fmt: skip
    others = {day: kind for day, kind in member.away.items() if kind not in (Away.LEAVE, Away.OTHER)}
    return replace(member, away={**others, **mine})


def _without(member: Member, out: set[Beside]) -> Member:
    mine = [one for one in out if not isinstance(one, RuleKept) and one.officer == member.officer]
    lifted = {one.what for one in mine if isinstance(one, Restricted)}
    renewed = {one.skill: None for one in mine if isinstance(one, SkillLapsed)}
    return replace(
        member, no_nights=member.no_nights and NO_NIGHTS not in lifted,
        inside_only=member.inside_only and INSIDE_ONLY not in lifted, skills={**member.skills, **renewed},
    )  # fmt: skip


def _infeasible(linear: Linear, until: float) -> bool | None:
    from ortools.sat.python import cp_model

    from bluelamp.duty.solving.answering import add_row, variables

    model = cp_model.CpModel()
    numbers = variables(model, linear)
    for row in linear.rows:
        add_row(model, numbers, row)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = max(0.5, until - time.monotonic())
    state = solver.status_name(solver.solve(model))
    return True if state == "INFEASIBLE" else False if state in ("OPTIMAL", "FEASIBLE") else None
