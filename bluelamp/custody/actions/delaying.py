"""Delaying a right, and ending the delay (PACE s.56, s.58; Code C Annex B)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.treatment import DELAY_ENDED, DELAYED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Delay
from bluelamp.custody.owed.called import END_DELAY, delay_by
from bluelamp.custody.rules.rights import Right, may_delay
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

RIGHT_WORDS = {"someone_informed": "telling someone", "legal_advice": "legal advice"}


@action
def delay_right(
    *, by: Acting, at: datetime, detention: int, right: str, grounds: Sequence[str], words: str, key: str | None = None
) -> str:
    """Delay a right: telling someone an inspector, legal advice a superintendent; it is owed that the delay ends."""
    require(by, "custody.review")
    found = lock(detention)
    indictable = bool(found.arrest and found.arrest.offence_class != "summary")
    insist(
        may_delay(
            right=Right(right), decider=decider(by, found), detention=found.as_facts(), indictable=indictable,
            grounds=tuple(grounds), law=law_of("custody"), at=at,
        )
    )  # fmt: skip
    if not words.strip():
        raise Refused(refused("Write the reasons for the delay.", "Code C Annex B 13", field="words"))
    due = delay_by(found)
    if due is None:
        raise Refused(refused("The detention clock has not started.", "PACE s.56(3), s.58(5)"))
    if found.delays.filter(right=right, ended_at=None).exists():
        raise Refused(refused("This right is delayed already.", "Code C Annex B", field="right"))
    made = Delay.objects.create(
        detention=found, right=right, at=at, officer_id=officer_of(by), grounds=list(grounds), words=words
    )
    what = RIGHT_WORDS[right]
    promise(END_DELAY, record=found.ref, slot=str(made.pk), due=due, words={"who": found.person.name},
            facts={"right": what}, about=(found.person.ref,), unit=found.suite.name)  # fmt: skip
    facts = {"right": right, "right_words": what.capitalize(), "grounds": list(grounds),
             "until": due.due.isoformat(), "until_words": spoken(due.due)}  # fmt: skip
    say(DELAYED, found, facts, words={"words": words})
    return found.ref


@action
def end_delay(*, by: Acting, at: datetime, detention: int, right: str, words: str, key: str | None = None) -> str:
    """The ground is gone, or the time is up: the person is told and asked again (Code C Annex B 6)."""
    require(by, "custody.review", "custody.authorise")
    found = lock(detention)
    delay = found.delays.select_for_update().filter(right=right, ended_at=None).first()
    if delay is None:
        raise Refused(refused("This right is not delayed.", "Order of events", field="right"))
    if not words.strip():
        raise Refused(refused("Write what the person was told and what they wish.", "Code C Annex B 6", field="words"))
    delay.ended_at, delay.ended_words = at, words
    delay.save(update_fields=["ended_at", "ended_words"])
    keep(END_DELAY, record=found.ref, slot=str(delay.pk), at=at)
    facts = {"right": right, "right_words": RIGHT_WORDS[right]}
    say(DELAY_ENDED, found, facts, words={"words": words})
    return found.ref
