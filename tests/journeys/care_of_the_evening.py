"""Care plans, visits, meals and rest for the browser tests' borough, at every stage of a round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.caring import give_care
from bluelamp.custody.actions.resting import begin_rest
from bluelamp.custody.actions.visiting import record_visit
from bluelamp.custody.models import CellStay, Detention
from bluelamp.custody.rules.visits import Rousing

if TYPE_CHECKING:
    from tests.journeys.world import Evening

WOKE = Rousing(
    rousable=True, rousable_words="Sat up when his shoulder was shaken", answers=True,
    answers_words="Gave his name and the day", commands=True, commands_words="Lifted one arm, then the other",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How closely somebody is watched, and how long ago they were last seen."""

    name: str
    level: int
    seen: float
    why: str = "Nothing found that raises the level"
    rouse: bool = False
    observer: str = ""
    marks: tuple[str, ...] = ()


PLANS = (
    Plan(name="Redfern", level=2, seen=26, rouse=True, why="Head wound, had been drinking", marks=("Head wound",)),
    Plan(name="Pike", level=1, seen=12),
    Plan(name="Brand", level=1, seen=71, marks=("Asthma",)),
    Plan(name="Varley", level=2, seen=6, why="Said she felt low", marks=("Self-harm",)),
    Plan(name="Fenn", level=1, seen=33),
    Plan(name="Petrov", level=4, seen=9, observer="DO Mara Pell", why="Tied a sleeve round his neck"),
)
"""Everyone but Mr Wahid, whose plan is still to be made, and Mr Tull, who is at the desk."""


def fill(evening: Evening) -> None:
    """A round under way: one late, one due, others ahead; somebody resting, somebody watched."""
    for plan in PLANS:
        found = evening.made[plan.name]
        if plan.observer:
            _into_a_watched_cell(found)
        evening.do(set_care_plan, 150, evening.who("haldane"), detention=found, level=plan.level, why=plan.why,
                   must_rouse=plan.rouse, observer=plan.observer)  # fmt: skip
        Detention.objects.filter(pk=found).update(risk_marks=list(plan.marks))
        _seen(evening, plan, found)
    by, brand = evening.who("pryce"), evening.made["Brand"]
    evening.do(give_care, 120, by, detention=brand, kind="light_meal", declined=False, words="Toast and tea")
    evening.do(give_care, 60, by, detention=brand, kind="drink", declined=True)
    evening.do(begin_rest, 55, by, detention=brand)


def _into_a_watched_cell(found: int) -> None:
    cell = CellStay.objects.get(detention=found, during__upper_inf=True).cell
    if not cell.has_camera:
        cell.features = [*cell.features, "camera"]
        cell.save(update_fields=["features"])


def _seen(evening: Evening, plan: Plan, found: int) -> None:
    """Visited all the while, at uneven gaps, the last so long ago."""
    gaps = (22, 27, 19, 28, 24, 26) if plan.level > 1 else (48, 55)
    times = [plan.seen]
    for gap in gaps:
        times.append(times[-1] + gap)
    for ago in sorted((one for one in times if one < 148), reverse=True):
        visit: dict[str, Any] = {"rousing": WOKE} if plan.rouse else {"words": "Awake, talking, no complaint"}
        evening.do(record_visit, ago, evening.who("pryce"), detention=found, **visit)
