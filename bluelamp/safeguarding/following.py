"""What opening a pathway writes: its steps, each owed by its own time; the record has an owner and is restricted."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.calls.models import Incident
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import promise
from bluelamp.safeguarding import events
from bluelamp.safeguarding.after_grading import owe_assessment, owe_judging
from bluelamp.safeguarding.keeping import take_over
from bluelamp.safeguarding.models import DomesticIncident, PathwayStep
from bluelamp.safeguarding.models import Pathway as Row
from bluelamp.safeguarding.owed.following import STEPS
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.rules.pathways import Pathway, called_for, step_due
from bluelamp.safeguarding.rules.prompts import Sign

A_PERSON, AN_ANSWER, THE_REPORT = "A person", "An answer", "What was reported"


def follow(
    found: DomesticIncident, pathway: Pathway, *, words: str, how: str = A_PERSON, by: Acting, at: datetime
) -> Row:
    """Open it on a domestic record, unless it is open: then the one that is."""
    row, made = _opened(found.incident, pathway, words, how, by, at)
    if not made:
        return row
    row.domestic = found
    row.save(update_fields=["domestic"])
    if found.owner_id is None and by.may("safeguarding.assess"):
        take_over(found, by, at)
        if found.assessed_at is None:
            owe_assessment(found, unit=by.name)
    _owe_steps(row, pathway, how, at)
    return row


def follow_alone(
    incident: Incident, pathway: Pathway, *, victim: int | None, words: str, how: str = A_PERSON,
    by: Acting, at: datetime,
) -> Row:  # fmt: skip
    """Open it at an incident that has no domestic record: an assessment is owed, and whose it is.

    Whoever opens it and may assess has it; opened by what was reported it belongs to nobody yet.
    """
    row, made = _opened(incident, pathway, words, how, by, at)
    if not made:
        return row
    row.victim_id = victim
    row.save(update_fields=["victim"])
    _owe_steps(row, pathway, how, at)
    if by.may("safeguarding.assess"):
        take_over(row, by, at, why=f"{pathway.name}: by role and assignment")
    due = owe_judging(row, name=pathway.name, unit=by.name if row.owner_id else "Nobody yet")
    write(events.ALONE, record=row.ref, about=(incident.ref,), facts={"name": pathway.name, "due_at": due.isoformat()})
    return row


def follow_answers(found: DomesticIncident, signs: Iterable[Sign], *, by: Acting, at: datetime) -> None:
    """Open every pathway that the answers call for."""
    for pathway in called_for(pathways=pathways().values(), signs=signs, on=local_day(at)):
        follow(found, pathway, words="Answered yes at the assessment", how=AN_ANSWER, by=by, at=at)


def say_on(event: Event, row: Row, facts: Mapping[str, object], words: Mapping[str, object]) -> None:
    """One entry on the pathway and on its domestic record. Never on the incident, whose page many may read."""
    about = (row.domestic.ref,) if row.domestic else ()
    write(event, record=row.ref, about=about, facts=facts, words=words)


def _opened(incident: Incident, pathway: Pathway, words: str, how: str, by: Acting, at: datetime) -> tuple[Row, bool]:
    return Row.objects.get_or_create(
        incident=incident, kind=pathway.key, closed_at=None,
        defaults={
            "edition": pathway.edition, "by_question": how == AN_ANSWER, "words": words, "opened_at": at,
            "officer_id": by.officer_id,
        },
    )  # fmt: skip


def _owe_steps(row: Row, pathway: Pathway, how: str, at: datetime) -> None:
    facts = {"name": pathway.name, "how": how, "edition": pathway.edition}
    say_on(events.PATHWAY_OPENED, row, facts, {"words": row.words})
    for step in pathway.steps:
        due = step_due(step=step, opened_at=at)
        kept = PathwayStep.objects.create(pathway=row, code=step.code, due_at=due.due)
        said = {"number": row.incident.number, "step": step.words, "pathway": pathway.name}
        promise(STEPS[step.acts], record=row.ref, slot=str(kept.pk), due=due, began_at=at, facts=said,
                about=(row.domestic.ref,) if row.domestic else ())  # fmt: skip
