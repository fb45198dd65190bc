"""The promises of pathways: each step by whoever must act; the risk assessed where a pathway stands alone."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.models import Pathway, PathwayStep
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.rules.assessing import assess_due
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


def judge_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once assessed, closed, or joined to a domestic record."""
    row = Pathway.objects.filter(pk=record.partition(":")[2], domestic=None, assessed_at=None, closed_at=None).first()
    if row is None:
        return None
    return assess_due(law_of("safeguarding"), raised_at=row.opened_at, duty_ends_at=row.shift_ends_at)


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
JUDGE = Kind(
    name="safeguarding.assess_pathway",
    wording="Assess the risk at {number}: {pathway}",
    title="Assess the risk where somebody is stalked by a stranger",
    to="The victim",
    source="Force policy: nothing unassessed",
    acts="safeguarding.assess",
    kept_when="An officer has decided a grade of risk with a reason",
    ask=judge_due,
    warn_minutes=(60,),
    page="safeguarding:pathway",
    group="Safeguarding",
    victim=True,
)
STEPS = {one.acts: one for one in (PATHWAY_STEP, PATHWAY_SUPERVISOR, PATHWAY_ORDER)}
