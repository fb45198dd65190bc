"""Rosters that are good enough for a borough that is invented, in seconds: the planner's own model, by HiGHS alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bluelamp.duty.rules.duties import DAY, WEEK
from bluelamp.duty.rules.planning import WORKED_AWAY, Member, away_duty
from bluelamp.duty.solving.bounding import bound
from bluelamp.duty.solving.helping import highs_helpers
from bluelamp.duty.solving.making import Solved, Task, in_turn
from bluelamp.duty.solving.unit_model import build

GOOD_ENOUGH = 0.2
"""The share of a block's points within which nothing better is looked for. A share and not a time, so that the same
people and cover give the same roster on every machine, however busy it is."""


def make_quickly(asked: Sequence[Task]) -> dict[str, tuple[Solved, ...]]:
    """Every unit's blocks, two units side by side. Raises ValueError where a unit has no roster at all."""
    with highs_helpers() as helpers:
        found = helpers.map(solve_quickly, asked)
        return {task.unit: solved for task, solved in zip(asked, found, strict=True)}


def solve_quickly(task: Task) -> tuple[Solved, ...]:
    """The blocks of one unit in turn, each with the one before as its history."""

    def answer(members: Sequence[Member], begins: date, ends: date) -> Solved:
        ahead = [_with_what_comes(one, ends) for one in members]
        model = build(unit=task.unit, members=ahead, cover=task.cover, begins=begins, ends=ends, law=task.law)
        found = bound(model.linear, gap=GOOD_ENOUGH)
        if not found.values:
            raise ValueError(f"No roster was found for {task.unit}.")
        values = model.tightened(found.values)
        return Solved(
            unit=task.unit, begins=begins, ends=ends, roster=model.roster(values), missing=model.missing(values),
            cost=model.linear.cost_of(values), bound=found.bound,
        )  # fmt: skip

    return in_turn(task, answer)


def _with_what_comes(member: Member, ends: date) -> Member:
    """Court and training of the week after a block stand already: the last duties of the block must leave the rest."""
    days = sorted(day for day in member.days_of(*WORKED_AWAY) if ends <= day < ends + WEEK * DAY)
    return replace(member, history=(*member.history, *map(away_duty, days)))
