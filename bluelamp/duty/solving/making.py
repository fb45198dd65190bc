"""Making a roster: unit by unit, in linked blocks of 28 days, by HiGHS and where that is not enough by CP-SAT."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass, field, replace
from datetime import date

from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.planning import WORKED_AWAY, Member, Planned, away_duty
from bluelamp.duty.solving.answering import apart
from bluelamp.duty.solving.bounding import Bounded
from bluelamp.duty.solving.bounding import bound as bounded
from bluelamp.duty.solving.helping import highs_helpers
from bluelamp.duty.solving.linear import Linear
from bluelamp.duty.solving.member_rows import BLOCK, HISTORY
from bluelamp.duty.solving.unit_model import Missing, UnitModel, build, by_unit

AT_ONCE, FIRST, LONGEST_FIRST, HIGHS_SHARE = 1.0, 3.5, 10.0, 0.75
"""Seconds for the first answer of a block where one is there at once, where not, the most where there is none, and
HiGHS's share of a block's time."""
EPSILON = 1e-6


@dataclass(frozen=True, kw_only=True)
class Solved:
    """One block of one unit: its duties, what they cost in points, and the bound that no roster of the block is under,
    given the block before it."""

    unit: str
    begins: date
    ends: date
    roster: tuple[Planned, ...]
    missing: tuple[Missing, ...]
    cost: int
    bound: float
    cpu_seconds: float = 0.0

    @property
    def proved(self) -> bool:
        """Nothing cheaper is left: points are whole numbers."""
        return self.cost - self.bound < 1 - EPSILON


Answer = Callable[[Sequence[Member], date, date], Solved]
"""The roster of some days of a unit, for its members as they are then."""
Progress = Callable[[tuple[Solved, ...]], bool]


@dataclass(frozen=True, kw_only=True)
class Task:
    """One unit to be rostered, as it goes to a process of its own. `seconds`: for each block, of the wall clock."""

    unit: str
    members: tuple[Member, ...]
    cover: Cover
    begins: date
    ends: date
    law: Law
    seconds: float
    seed: int


@dataclass
class Made:
    """What has been made so far, by unit."""

    solved: dict[str, tuple[Solved, ...]] = field(default_factory=dict)

    def proved(self, unit: str) -> bool:
        """Whether nothing cheaper is left in any block of a unit."""
        return unit in self.solved and all(block.proved for block in self.solved[unit])

    @property
    def roster(self) -> tuple[Planned, ...]:
        return tuple(one for found in self.solved.values() for block in found for one in block.roster)

    @property
    def cost(self) -> int:
        return sum(_cost(found) for found in self.solved.values())

    @property
    def bound(self) -> float:
        return sum(_bound(found) for found in self.solved.values())

    @property
    def missing(self) -> tuple[Missing, ...]:
        return tuple(one for found in self.solved.values() for block in found for one in block.missing)


def blocks(begins: date, ends: date) -> Iterator[tuple[date, date]]:
    """The period in blocks of 28 days; the last may be shorter."""
    while begins < ends:
        yield begins, min(begins + BLOCK * DAY, ends)
        begins += BLOCK * DAY


def tasks(
    members: Sequence[Member], cover: Cover, *, begins: date, ends: date, law: Law, seconds: float, seed: int = 1
) -> list[Task]:
    """A task for each unit that has people, the largest first. Units share nobody: each is a choice of its own."""
    groups = sorted(by_unit(members).items(), key=lambda one: -len(one[1]))
    return [
        Task(
            unit=unit, members=tuple(people), cover=cover, begins=begins, ends=ends, law=law, seconds=seconds, seed=seed
        )
        for unit, people in groups
    ]


def make(asked: Sequence[Task], *, progress: Progress | None = None) -> Made:
    """Solve every task, two side by side: first a complete roster at once, then better ones where it is not proved.

    `progress` hears of each unit whenever a better roster of it is there, and says whether to stop.
    """
    made = Made()
    with highs_helpers() as helpers:
        for seconds in (FIRST, None):
            left = [one for one in asked if not made.proved(one.unit)]
            waiting = [helpers.submit(solve, one if seconds is None else replace(one, seconds=seconds)) for one in left]
            for done in as_completed(waiting):
                if _better(made, done.result()) and progress and progress(done.result()):
                    helpers.shutdown(wait=False, cancel_futures=True)
                    return made
    return made


def _better(made: Made, solved: tuple[Solved, ...]) -> bool:
    """Keep it if it is the first of its unit, costs less, or proves more."""
    known = made.solved.get(solved[0].unit)
    if known and (_cost(known), -_bound(known)) <= (_cost(solved), -_bound(solved)):
        return False
    made.solved[solved[0].unit] = solved
    return True


def _cost(found: Sequence[Solved]) -> int:
    return sum(block.cost for block in found)


def _bound(found: Sequence[Solved]) -> float:
    return sum(block.bound for block in found)


def solve(task: Task) -> tuple[Solved, ...]:
    """The blocks of one unit in turn, each with the one before as its history."""

    def answer(members: Sequence[Member], begins: date, ends: date) -> Solved:
        model = build(
            unit=task.unit, members=members, cover=task.cover, begins=begins, ends=ends, law=task.law
        )  # fmt: skip
        return solve_block(model, seconds=task.seconds, seed=task.seed)

    return in_turn(task, answer)


def in_turn(task: Task, answer: Answer) -> tuple[Solved, ...]:
    """Every block answered with the one before as its history. Where somebody is missing, the two are answered as one:
    the block before may have left nobody rested who could stand there."""
    found: list[Solved] = []
    known = [task.members]
    for begins, ends in blocks(task.begins, task.ends):
        made = answer(known[-1], begins, ends)
        if made.missing and found and (begins - found[-1].begins).days == BLOCK:
            both = answer(known[-2], found[-1].begins, ends)
            if len(both.missing) < len(made.missing) + len(found[-1].missing):
                made = both
                del found[-1], known[-1]
        found.append(made)
        known.append(
            tuple(with_history(one, made.roster, task.cover, made.begins, ends) for one in known[-1])
        )  # fmt: skip
    return tuple(found)


def solve_block(model: UnitModel, *, seconds: float, seed: int = 1) -> Solved:
    """HiGHS has most of the time; CP-SAT searches on from what it found. A first answer need only miss nobody."""
    began = time.process_time()
    at_once = seconds <= FIRST
    first = _first(model, seconds) if at_once else bounded(model.linear, seconds=seconds * HIGHS_SHARE)
    done = first.proved or (at_once and _complete(model, first))
    values, bound, beside = (first.values, first.bound, 0.0) if done else _on(model.linear, first, seconds, seed)
    values = model.tightened(values)
    cost = model.linear.cost_of(values)
    return Solved(
        unit=model.unit,
        begins=model.period.begins,
        ends=model.period.ends,
        roster=model.roster(values),
        missing=model.missing(values),
        cost=cost,
        bound=min(bound, cost),
        cpu_seconds=time.process_time() - began + beside,
    )


def _first(model: UnitModel, seconds: float) -> Bounded:
    """A second's answer where it misses nobody: a large unit may have one long before HiGHS next sees the clock."""
    found = bounded(model.linear, seconds=min(seconds, AT_ONCE))
    if seconds <= AT_ONCE or found.proved or _complete(model, found):
        return found
    return bounded(model.linear, seconds=seconds)


def _complete(model: UnitModel, found: Bounded) -> bool:
    return bool(found.values) and not model.missing(found.values)


def _on(linear: Linear, first: Bounded, seconds: float, seed: int) -> tuple[tuple[int, ...], float, float]:
    """The better of two answers, the better bound, CP-SAT's CPU seconds. Raises ValueError where neither found one."""
    left = max(seconds * (1 - HIGHS_SHARE), FIRST if first.values else LONGEST_FIRST)
    second = apart(linear, seconds=left, seed=seed, hint=dict(enumerate(first.values)))
    answers = [(one.cost, one.values) for one in (first, second) if one.values]
    if not answers:
        raise ValueError("No answer was found in the time.")
    return min(answers)[1], max(first.bound, second.bound), second.cpu_seconds


def with_history(member: Member, roster: Sequence[Planned], cover: Cover, begins: date, ends: date) -> Member:
    """The member after a block: its duties, and its days at court or of training, are history now."""
    done = [one.duty(cover.shifts) for one in roster if one.officer == member.officer]
    done += [away_duty(day) for day in member.days_of(*WORKED_AWAY) if begins <= day < ends]
    first = ends - HISTORY * DAY
    kept = [one for one in (*member.history, *done) if one.begins.date() >= first]
    known = max(first, min(member.known_from or begins, begins))
    return replace(member, history=tuple(kept), known_from=known)
