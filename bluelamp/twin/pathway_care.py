"""Pathways followed: specialists read what was opened, answer each step, and judge the risk where one stands alone."""

from datetime import datetime, timedelta

from bluelamp.compiled import Compiled
from bluelamp.safeguarding.actions.alone import judge
from bluelamp.safeguarding.actions.pathways import answer_step
from bluelamp.safeguarding.models import Pathway, PathwayStep
from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.twin.running import Running

READS_EVERY = timedelta(minutes=30)
_STEPS: Compiled[tuple[int, int, datetime]] = Compiled(
    lambda: (
        PathwayStep.objects.filter(at=None, pathway__closed_at=None)
        .order_by("pk")
        .values_list("pk", "pathway_id", "due_at")
    )
)
_ALONE: Compiled[int] = Compiled(
    lambda: (
        Pathway.objects.filter(domestic=None, assessed_at=None, closed_at=None)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
)


def read(run: Running) -> None:
    """What was opened since the last reading gets its time; again in half an hour."""
    for step, pathway, due in _STEPS.ask():
        if _is_new(run, f"step:{step}"):
            share = run.luck("step", step).uniform(*run.assumed["pathway_step_of_its_time"])
            run.at(run.now + share * (due - run.now), answer, step, pathway)
    for pathway in _ALONE.ask():
        if _is_new(run, f"alone:{pathway}"):
            hours = run.luck("judges", pathway).uniform(*run.assumed["assessed_from_queue_hours"])
            run.later(timedelta(hours=hours), judge_one, pathway)
    run.later(READS_EVERY, read)


def _is_new(run: Running, what: str) -> bool:
    new = what not in run.planned
    run.planned.add(what)
    return new


def answer(run: Running, step: int, pathway: int) -> None:
    """Done, unless somebody answered it or closed the pathway."""
    waits = PathwayStep.objects.filter(pk=step, at=None, pathway__closed_at=None).exists()
    if waits and run.mine(f"pathway:{pathway}"):
        by = run.cast.of("domestic-abuse", run.luck("answers step", step))
        run.do(answer_step, by=by, step=step, done=True, words="Done as the pathway says, and told to the owner.")


def judge_one(run: Running, pathway: int) -> None:
    """The risk decided in words, unless somebody did."""
    waits = Pathway.objects.filter(pk=pathway, domestic=None, assessed_at=None, closed_at=None).exists()
    if waits and run.mine(f"pathway:{pathway}"):
        by = run.cast.of("domestic-abuse", run.luck("judges", pathway))
        reason = "By all that was done so far, read as one course."
        run.do(judge, by=by, pathway=pathway, grade=Risk.MEDIUM.value, reason=reason)
