"""A pathway opened by a person, its steps answered, and closed where it was not so after all."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, withdraw
from bluelamp.people.rules.masking import holds_none
from bluelamp.safeguarding import events
from bluelamp.safeguarding.following import follow, say_on
from bluelamp.safeguarding.keeping import locked, locked_pathway
from bluelamp.safeguarding.models import PathwayStep
from bluelamp.safeguarding.owed.following import JUDGE, STEPS
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.queries import kept_of, kept_on
from bluelamp.safeguarding.rules.pathways import may_answer
from bluelamp.verdict import Refused, insist, refused


@action
def open_pathway(*, by: Acting, at: datetime, domestic: int, kind: str, words: str, key: str | None = None) -> str:
    """A person recognised it, whatever the answers say; its steps are owed from now on. Answers "pathway:3"."""
    require(by, "safeguarding.assess")
    found, pathway = locked(domestic), pathways().get(kind)
    if pathway is None:
        raise Refused(refused("Choose a pathway.", field="kind"))
    if found.pathways.filter(kind=kind, closed_at=None).exists():
        raise Refused(refused("It is open already.", "Order of events", field="kind"))
    if len(words.split()) < 2:
        raise Refused(refused("Write what you saw or heard that makes you think so.", field="words"))
    insist(holds_none(words, kept=kept_of(found), field="words"))
    return follow(found, pathway, words=words, by=by, at=at).ref


@action
def answer_step(*, by: Acting, at: datetime, step: int, done: bool, words: str, key: str | None = None) -> str:
    """A step was done, or is decided against with the reason; by whoever must act, in their own name."""
    made = PathwayStep.objects.select_for_update(of=("self",)).select_related("pathway").get(pk=step)
    row = locked_pathway(made.pathway_id)
    pathway = pathways().get(row.kind)
    told = pathway.step(made.code) if pathway else None
    if told is None:
        raise Refused(refused("This step is in no edition in force: close and open anew.", field="words"))
    require(by, told.acts)
    if row.closed_at or made.at:
        raise Refused(refused("It is closed." if row.closed_at else "It is answered already.", "Order of events"))
    insist(may_answer(step=told, done=done, words=words, supervisor=by.may("safeguarding.second_look")))
    insist(holds_none(words, kept=kept_on(row), field="words"))
    made.done, made.words, made.at, made.officer_id = done, words, at, officer_of(by)
    made.save(update_fields=["done", "words", "at", "officer"])
    outcome = "Done" if done else "Decided against"
    say_on(events.PATHWAY_STEP, row, {"outcome": outcome, "step": told.words}, {"words": words})
    keep(STEPS[told.acts], record=row.ref, slot=str(made.pk), at=at)
    return row.ref


@action
def close_pathway(*, by: Acting, at: datetime, pathway: int, why: str, key: str | None = None) -> str:
    """A supervisor says that it was not so after all; what was done stays written."""
    require(by, "safeguarding.second_look")
    row = locked_pathway(pathway)
    if row.closed_at:
        raise Refused(refused("It is closed already.", "Order of events"))
    if len(why.split()) < 2:
        raise Refused(refused("Say why, in words.", field="why"))
    insist(holds_none(why, kept=kept_on(row), field="why"))
    row.closed_at, row.closed_why = at, why
    row.save(update_fields=["closed_at", "closed_why"])
    for kind in (*STEPS.values(), JUDGE):
        withdraw(kind, record=row.ref, slot=EVERY_SLOT, why="The pathway is closed")
    say_on(events.PATHWAY_CLOSED, row, {}, {"why": why})
    return row.ref
