"""Asking a victim what they need, at the report and again when things change (V6)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep
from bluelamp.people.rules.unknowns import Answer, in_words
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.actions.switching import find_vulnerable
from bluelamp.victims.keeping import locked, owe_needs, reached, say
from bluelamp.victims.models import Assessment
from bluelamp.victims.owed import NEEDS
from bluelamp.victims.rules.needs import Changed, Need, may_keep


@action
def assess_needs(
    *, by: Acting, at: datetime, victim: int, needs: Sequence[Need], because: str = "report", key: str | None = None
) -> str:
    """Keep what a victim said they need; earlier answers stay. Every assessment owed until now is kept by it."""
    require(by, "victims.tell", "victims.record")
    found = locked(victim)
    insist(may_keep(needs, interviewer_matters=found.domestic or found.sexual))
    held = [{"topic": one.topic.value, "answer": one.answer.value, "words": one.words.strip()} for one in needs]
    Assessment.objects.create(victim=found, at=at, officer_id=by.officer_id, because=because, needs=held)
    found.needs = ". ".join(one.words.strip().rstrip(".") for one in needs if one.answer is Answer.KNOWN)
    found.save(update_fields=["needs"])
    words = "; ".join(f"{one.topic.short}: {in_words(one.answer, one.words)}" for one in needs)
    say(events.NEEDS_ASSESSED, found, {"because": Changed(because).words}, needs=words)
    keep(NEEDS, record=found.ref, slot=EVERY_SLOT, at=at)
    reached(found, at)
    return found.ref


@action
def needs_changed(
    *, by: Acting, at: datetime, victim: int, words: str, vulnerable: bool = False, key: str | None = None
) -> str:
    """Somebody saw that a victim's needs changed, or they asked: they are to be asked again. `words`: what changed.

    `vulnerable`: it is seen that they are, which gives them enhanced rights from now on.
    """
    require(by, "victims.tell", "victims.record")
    if not words.strip():
        raise Refused(refused("Write what changed, or what they said.", "Victims' Code, right 4", field="words"))
    found = locked(victim)
    owe_needs(found, Changed.ASKED, at)
    say(events.NEEDS_CHANGED, found, words=words)
    if vulnerable:
        find_vulnerable(by=by, at=at, victim=victim, why=words)
    return found.ref
