"""Into a cell and out of it. Hard rules refuse; the database holds that nobody shares by mistake (P30)."""

from dataclasses import replace
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.compiled import fetch
from bluelamp.custody.cells import wing_of
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.cells import ANTI_LIGATURE, RULE_SET_ASIDE
from bluelamp.custody.keeping import WhileFrozen, end_stay, enter, insist_here, lock, say
from bluelamp.custody.rules import anti_ligature
from bluelamp.custody.rules.choosing_a_cell import against, may_allocate
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused, insist, refused


@action
def allocate_cell(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    cell: int,
    why: str = "",
    individually: bool = False,
    key: str | None = None,
) -> str:
    """Put somebody in a cell, moving them from another. A soft rule is set aside only by an inspector with a reason.

    `individually`: the person is placed by an assessment of their own, as a trans person is; `why` is that assessment.
    """
    require(by, "custody.transfer")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    insist_here(found)
    chosen = fetch(Cell, cell, "suite")
    if chosen.suite_id != found.suite_id:
        raise Refused(refused(f"{chosen} is not in the suite where the person is.", "Custody of the suite"))
    wing = wing_of(found.suite_id)
    person = replace(wing.person(found), individually=individually)
    facts = wing.facts(without=[found.pk])[chosen.number]
    insist(
        may_allocate(
            person=person,
            cell=facts,
            law=law_of("custody"),
            on=local_day(at),
            decider=decider(by, found),
            reason=why,
        )
    )
    end_stay(found, at)
    enter(found, chosen, at, why)
    if soft := against(person=person, cell=facts):
        words = {"against": " ".join(str(each) for each in soft), "why": why}
        say(RULE_SET_ASIDE, found, {"cell_number": chosen.number}, words=words)
    return found.ref


@action
def leave_cell(*, by: Acting, at: datetime, detention: int, key: str | None = None) -> str:
    """Take somebody out of their cell."""
    require(by, "custody.transfer")
    found = lock(detention)
    if not end_stay(found, at):
        raise Refused(refused("This person is not in a cell.", "Order of events"))
    return found.ref


@action
def issue_anti_ligature_clothing(
    *, by: Acting, at: datetime, detention: int, evidence: str, words: str, key: str | None = None
) -> str:
    """Exchange somebody's clothing for anti-ligature clothing, on evidence of their own risk alone."""
    require(by, "custody.authorise")
    found = lock(detention)
    insist(anti_ligature.may_issue(evidence=evidence, words=words, law=law_of("custody"), on=local_day(at)))
    say(ANTI_LIGATURE, found, {"evidence": evidence.replace("_", " ")}, words={"words": words})
    return found.ref
