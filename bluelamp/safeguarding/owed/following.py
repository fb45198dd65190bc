"""The promises of pathways: each step by whoever must act."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.safeguarding.models import PathwayStep
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.rules.pathways import step_due as due_by_rule


def step_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; `slot` is the step. None once it is answered, or the pathway is closed."""
    row = PathwayStep.objects.filter(pk=slot or 0, at=None, pathway__closed_at=None).select_related("pathway").first()
    pathway = pathways().get(row.pathway.kind) if row else None
    step = pathway.step(row.code) if pathway and row else None
    if row is None:
        return None
    if step is None:
        return Deadline(due=row.due_at, because=("As the edition then said.",), basis="Force policy D3(d)")
    return due_by_rule(step=step, opened_at=row.pathway.opened_at)


def _kind(name: str, acts: str, title: str) -> Kind:
    return Kind(
        name=name,
        wording="{pathway}, {number}: {step}",
        title=title,
        to="The victim",
        source="Force policy D3(d): pathways of their own",
        acts=acts,
        kept_when="The step is written down as done, or a reason why not",
        ask=step_due,
        warn_minutes=(60,),
        page="safeguarding:pathway",
        group="Safeguarding",
        victim=True,
    )


PATHWAY_STEP = _kind("safeguarding.pathway_step", "safeguarding.assess", "A step of a pathway")
PATHWAY_SUPERVISOR = _kind(
    "safeguarding.pathway_supervisor", "safeguarding.second_look", "A supervisor's or specialist's step of a pathway"
)
PATHWAY_ORDER = _kind("safeguarding.pathway_order", "safeguarding.protect", "An order considered on a pathway")
STEPS = {one.acts: one for one in (PATHWAY_STEP, PATHWAY_SUPERVISOR, PATHWAY_ORDER)}
