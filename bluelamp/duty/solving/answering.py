"""Answers of a linear choice by CP-SAT: the best found in the time, and the bound it proves."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bluelamp.duty.solving.helping import cp_sat_helper
from bluelamp.duty.solving.linear import Linear, Row

STATES = {"OPTIMAL": "proved", "FEASIBLE": "found", "INFEASIBLE": "none"}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`state`: proved (the best there is), found, none (there is no answer) or unknown. Cost counts the constant."""

    state: str
    cost: int = 0
    bound: float = 0.0
    values: tuple[int, ...] = ()
    cpu_seconds: float = 0.0


def apart(linear: Linear, **asked: Any) -> Answer:
    """`answer` in a process of its own."""
    with cp_sat_helper() as helper:
        return helper.submit(answer, linear, **asked).result()


def answer(
    linear: Linear, *, seconds: float, seed: int = 1, workers: int = 2, hint: Mapping[int, int] | None = None,
    stop_at_first: bool = False,
) -> Answer:  # fmt: skip
    """Search for so many seconds of the wall clock. The hint is where the search begins."""
    from ortools.sat.python import cp_model

    model, numbers = _model(linear)
    for number, value in (hint or {}).items():
        model.add_hint(numbers[number], value)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, seconds)
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    solver.parameters.linearization_level = 2
    solver.parameters.stop_after_first_solution = stop_at_first
    began = time.process_time()
    state = STATES.get(solver.status_name(solver.solve(model)), "unknown")
    used = time.process_time() - began
    if state not in ("proved", "found"):
        return Answer(state=state, cpu_seconds=used)
    values = tuple(solver.value(one) for one in numbers)
    bound = solver.best_objective_bound + linear.constant
    return Answer(state=state, cost=linear.cost_of(values), bound=bound, values=values, cpu_seconds=used)


def variables(model: Any, linear: Linear) -> list[Any]:
    """The variables of a choice in a CP-SAT model, by their numbers."""
    return [model.new_int_var(0, limit, "") for limit in linear.limits]


def add_row(model: Any, numbers: Sequence[Any], row: Row, *, switch: Any = None) -> None:
    """Add a row; with a switch, it need only hold where the switch is on."""
    made = model.Proto().constraints.add()
    made.linear.vars.extend([numbers[one].index for one, _ in row.terms])
    made.linear.coeffs.extend([by for _, by in row.terms])
    made.linear.domain.extend([row.least, row.most])
    if switch is not None:
        made.enforcement_literal.append(switch.index)


def _model(linear: Linear) -> tuple[Any, list[Any]]:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    numbers = variables(model, linear)
    for row in linear.rows:
        add_row(model, numbers, row)
    costed = [(number, cost) for number, cost in zip(numbers, linear.costs, strict=True) if cost]
    model.minimize(cp_model.LinearExpr.weighted_sum([one for one, _ in costed], [cost for _, cost in costed]))
    return model, numbers
