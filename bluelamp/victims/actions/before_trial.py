"""Asking a victim again before a trial: owed when its date is had, kept by asking, over with the trial (V6)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.cases.models import CaseFile
from bluelamp.deadlines.instants import instant, spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import end, keep, promise, withdraw
from bluelamp.people.rules.unknowns import Answer, in_words
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, reached, say
from bluelamp.victims.models import TrialAssessment, Victim
from bluelamp.victims.owed import BEFORE_TRIAL, trial_needs_due
from bluelamp.victims.queries import open_before_trial
from bluelamp.victims.rules.before_trial import Measure, Said, asked_for, may_keep


@action
def owe_before_trial(
    *, by: Acting, at: datetime, victims: Sequence[Victim], case: int, had_at: datetime, key: str | None = None
) -> str:
    """A trial has a date: every victim is owed being asked what they need there. Answers how many.

    A date that is moved leaves the promise as it began, sooner where the trial is sooner.
    """
    slots = open_before_trial(victims, case)
    for victim in victims:
        since = _since(slots[victim.pk]) if victim.pk in slots else instant(had_at)
        due = trial_needs_due(victim.pk, case, since)
        if due is None:
            raise Refused(refused("This case has no date for a trial.", "Order of events"))
        slot, words = f"{case} {since.isoformat()}", {"who": victim.person.name}
        promise(BEFORE_TRIAL, record=victim.ref, slot=slot, due=due, began_at=since, words=words, about=victim.records)
        say(events.TRIAL_NEEDS_OWED, victim, {"due_at": due.due.isoformat(), "by": spoken(due.due)})
    return str(len(victims))


@action
def assess_before_trial(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    case: int,
    measures_answer: Answer,
    measures: Sequence[Measure],
    said: Sequence[Said],
    key: str | None = None,
) -> str:
    """Keep what a victim needs at the trial, and what they ask the court for. The court decides that."""
    require(by, "victims.tell", "victims.record")
    found = locked(victim)
    about = CaseFile.objects.select_related("crime", "detention__arrest").filter(pk=case).first()
    if about is None or about.incident_id != found.incident_id:
        raise Refused(refused("This case is not about what happened to them.", "One record, one role"))
    insist(may_keep(measures_answer=measures_answer, measures=measures, said=said))
    held = [{"topic": one.topic.value, "answer": one.answer.value, "words": one.words.strip()} for one in said]
    TrialAssessment.objects.create(
        victim=found, case=about, at=at, officer_id=by.officer_id, measures_answer=measures_answer,
        measures=[one.value for one in measures], said=held,
    )  # fmt: skip
    needs = "; ".join(f"{one.topic.short}: {in_words(one.answer, one.words)}" for one in said)
    say(events.TRIAL_NEEDS_ASSESSED, found, measures=asked_for(measures_answer, measures), needs=needs)
    for slot in open_before_trial([found], case).values():
        keep(BEFORE_TRIAL, record=found.ref, slot=slot, at=at)
    reached(found, at)
    return found.ref


@action
def trial_over(
    *, by: Acting, at: datetime, victims: Sequence[Victim], case: int, held: bool, key: str | None = None
) -> str:
    """There is a verdict, or the case stopped, and these were not asked before: after a trial they never were.

    `held` False: nobody was tried (they pleaded guilty, or it stopped), so nothing is owed any more.
    """
    slots = open_before_trial(victims, case)
    for victim in victims:
        if held:
            end(BEFORE_TRIAL, record=victim.ref, slot=slots[victim.pk])
        else:
            withdraw(BEFORE_TRIAL, record=victim.ref, slot=slots[victim.pk], why="There is no trial")
        say(events.TRIAL_OVER, victim, {"held": held, "what": "it was held" if held else "there was none"})
    return str(len(slots))


def _since(slot: str) -> datetime:
    return datetime.fromisoformat(slot.partition(" ")[2])
