"""What opening a pathway writes: its steps, each owed by its own time; the record has an owner and is restricted."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import promise
from bluelamp.safeguarding import events
from bluelamp.safeguarding.after_grading import owe_assessment
from bluelamp.safeguarding.keeping import take_over
from bluelamp.safeguarding.models import DomesticIncident, PathwayStep
from bluelamp.safeguarding.models import Pathway as Row
from bluelamp.safeguarding.owed.following import STEPS
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.rules.pathways import Pathway, called_for, step_due
from bluelamp.safeguarding.rules.prompts import Sign


def follow(
    found: DomesticIncident, pathway: Pathway, *, words: str, by_question: bool, by: Acting, at: datetime
) -> Row:
    """Open it, unless it is open: then the one that is."""
    row, made = Row.objects.get_or_create(
        domestic=found, kind=pathway.key, closed_at=None,
        defaults={
            "edition": pathway.edition, "by_question": by_question, "words": words, "opened_at": at,
            "officer_id": officer_of(by),
        },
    )  # fmt: skip
    if not made:
        return row
    if found.owner_id is None:
        take_over(found, by, at)
        if found.assessed_at is None:
            owe_assessment(found, unit=by.name)
    facts = {"name": pathway.name, "how": "An answer" if by_question else "A person", "edition": pathway.edition}
    say_on(events.PATHWAY_OPENED, row, facts, {"words": words})
    for step in pathway.steps:
        due = step_due(step=step, opened_at=at)
        kept = PathwayStep.objects.create(pathway=row, code=step.code, due_at=due.due)
        said = {"number": found.incident.number, "step": step.words, "pathway": pathway.name}
        promise(STEPS[step.acts], record=row.ref, slot=str(kept.pk), due=due, began_at=at, facts=said,
                about=(found.ref,))  # fmt: skip
    return row


def follow_answers(found: DomesticIncident, signs: Iterable[Sign], *, by: Acting, at: datetime) -> None:
    """Open every pathway that the answers call for."""
    for pathway in called_for(pathways=pathways().values(), signs=signs, on=local_day(at)):
        follow(found, pathway, words="Answered yes at the assessment", by_question=True, by=by, at=at)


def say_on(event: Event, row: Row, facts: Mapping[str, object], words: Mapping[str, object]) -> None:
    """One entry on the pathway and on its domestic incident."""
    write(event, record=row.ref, about=(row.domestic.ref,), facts=facts, words=words)
