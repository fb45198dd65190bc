"""Independent custody visitors: a visit logged with whom they asked to see, and what they raised answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.visitors import VISITED, VISITORS_ANSWERED
from bluelamp.custody.models import AskedToSee, CellStay, CustodyVisit
from bluelamp.custody.owed.treatment import ANSWER_VISITORS, visitors_by
from bluelamp.custody.rules.custody_visitors import may_visit
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, insist, refused


@action
def log_visit(
    *,
    by: Acting,
    at: datetime,
    suite: int,
    visitors: Sequence[str],
    asked: Mapping[int, bool],
    raised: str = "",
    key: str | None = None,
) -> str:
    """Log a visit: `asked` maps the cell (its key) they asked to see to whether the person in it agreed."""
    require(by, "custody.transfer", "custody.authorise")
    insist(may_visit(names=tuple(visitors), law=law_of("custody"), at=at))
    here = Suite.objects.get(pk=suite)
    stays = {
        stay.cell_id: stay
        for stay in CellStay.objects.filter(during__upper_inf=True, cell__suite=here, cell__in=asked)
        .select_related("cell", "detention")
    }  # fmt: skip
    if set(asked) - set(stays):
        raise Refused(refused("A cell they asked to see is empty now.", "Order of events", field="asked"))
    visit = CustodyVisit.objects.create(suite=here, came_at=at, visitors=list(visitors), raised=raised)
    AskedToSee.objects.bulk_create(
        AskedToSee(visit=visit, detention=stays[cell].detention, cell_number=stays[cell].cell.number, consented=agreed)
        for cell, agreed in asked.items()
    )
    if raised.strip():
        promise(ANSWER_VISITORS, record=visit.ref, due=visitors_by(visit), words={"suite": here.name}, unit=here.name)
    facts = {"suite": here.key, "suite_name": here.name, "asked": len(asked), "consented": sum(asked.values())}
    said = {"visitors": ", ".join(visitors), "raised": raised}
    write(VISITED, record=visit.ref, about=[stay.detention.ref for stay in stays.values()], facts=facts, words=said)
    return visit.ref


@action
def answer_visitors(*, by: Acting, at: datetime, visit: int, answer: str, key: str | None = None) -> str:
    """Answer what the visitors raised."""
    require(by, "custody.review", "custody.authorise")
    found = CustodyVisit.objects.select_for_update().get(pk=visit)
    if found.answered_at or not found.raised.strip():
        raise Refused(refused("There is nothing left to answer.", "Order of events"))
    if not answer.strip():
        raise Refused(refused("Write the answer.", "Code of practice on independent custody visiting", field="answer"))
    found.answered_at, found.answer = at, answer
    found.save(update_fields=["answered_at", "answer"])
    keep(ANSWER_VISITORS, record=found.ref, at=at)
    write(VISITORS_ANSWERED, record=found.ref, words={"answer": answer})
    return found.ref
