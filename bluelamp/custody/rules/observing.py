"""Care plans, and watching without a break at levels 3 and 4 (APP Detention and Custody, detainee care)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.rules.visits import LEVELS
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words, later
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "APP Detention and Custody, detainee care"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A care plan as proposed. `watched` is whether the person is in a watched cell; None where in no cell."""

    level: int
    why: str
    plan_minutes: int | None = None
    observer: str = ""
    watched: bool | None = None


def may_plan(*, plan: Plan, law: Law, at: datetime) -> Verdict:
    """Whether a care plan can be set: a level there is, justified; levels 3 and 4 with a named observer and,
    once in a cell, a watched one. Minutes only shorten the level's interval."""
    if plan.level not in LEVELS:
        return refused("Choose an observation level, 1 to 4.", SOURCE, field="level")
    return every(_justified(plan), _minutes(plan, law, at), _observed(plan, law, at), _watched(plan, law, at))


def needs_observer(*, level: int | None, law: Law, at: datetime) -> bool:
    """Whether this level is watched by a named person without a break."""
    return bool(level and level >= law.value("visits.named_observer_from_level", on=local_day(at)).number)


def relief_due(*, since: datetime, law: Law) -> Deadline:
    """By when the person who watches is relieved."""
    value = law.value("visits.observer_relieved", on=local_day(since))
    due = later(since, value.span)
    steps = (f"Watching since {spoken(since)}.", f"Relieved after {in_words(value.span)}: {spoken(due)}.")
    return Deadline(due=due, because=steps, basis=value.source)


def _justified(plan: Plan) -> Verdict:
    if plan.why.strip():
        return allowed()
    return refused("Say why this level: every change is justified on the record.", SOURCE, field="why")


def _minutes(plan: Plan, law: Law, at: datetime) -> Verdict:
    value = law.value(f"visits.level_{plan.level}", on=local_day(at))
    if plan.plan_minutes is None or 1 <= plan.plan_minutes <= value.number:
        return allowed()
    words = f"Level {plan.level} is visited at least every {value.number} min; a plan may only be closer, from 1 min."
    return refused(words, value.source, field="plan_minutes")


def _observed(plan: Plan, law: Law, at: datetime) -> Verdict:
    if needs_observer(level=plan.level, law=law, at=at) and not plan.observer.strip():
        words = f"Level {plan.level} is watched without a break: name who watches."
        return refused(words, SOURCE, field="observer")
    return allowed()


def _watched(plan: Plan, law: Law, at: datetime) -> Verdict:
    value = law.value("cells.watched_from_level", on=local_day(at))
    if plan.watched is False and plan.level >= value.number:
        words = f"Level {plan.level} needs a watched cell: move the person first."
        return refused(words, value.source, field="level")
    return allowed()
