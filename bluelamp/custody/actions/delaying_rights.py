"""Delaying a right for a while, on the rank and the grounds the law names; and ending the delay (P22, Annex B)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.calling import DELAY_ENDED, RIGHT_DELAYED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Detention, RightDelayed
from bluelamp.custody.owed.calling import DELAY_ENDS, delay_by
from bluelamp.custody.rules.rights import Right, may_delay
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

WORDS = {Right.SOMEONE_INFORMED: "telling someone", Right.LEGAL_ADVICE: "legal advice"}


@action
def delay_right(
    *, by: Acting, at: datetime, detention: int, right: str, grounds: Sequence[str], words: str, key: str | None = None
) -> str:
    """Delay telling someone (inspector) or legal advice (superintendent): indictable offence, listed grounds, 36 h."""
    require(by, "custody.review", "custody.extend")
    found = lock(detention)
    asked = Right(right)
    indictable = bool(found.arrest and found.arrest.offence_class != "summary")
    insist(
        may_delay(
            right=asked, decider=decider(by, found), detention=found.as_facts(), indictable=indictable,
            grounds=tuple(grounds), law=law_of("custody"), at=at,
        )
    )  # fmt: skip
    if not words.strip():
        raise Refused(refused("Write the grounds in words.", "Code C Annex B 13", field="words"))
    if found.rights_delayed.filter(right=right, ended_at=None).exists():
        raise Refused(refused("This right is delayed already.", "Code C Annex B", field="right"))
    made = RightDelayed.objects.create(
        detention=found, right=right, since=at, officer_id=by.number, grounds=list(grounds), words=words
    )
    _owe(found, made, at)
    said = {"right_words": WORDS[asked], "grounds_words": ", ".join(one.replace("_", " ") for one in grounds)}
    say(RIGHT_DELAYED, found, {**said, "right": right}, words={"words": words})
    return found.ref


@action
def end_delay(*, by: Acting, at: datetime, detention: int, right: str, why: str, key: str | None = None) -> str:
    """The right is given from now: the grounds have ended, or the longest delay has."""
    require(by, "custody.review", "custody.extend", "custody.authorise")
    found = lock(detention)
    made = found.rights_delayed.select_for_update().filter(right=right, ended_at=None).first()
    if made is None:
        raise Refused(refused("This right is not delayed.", "Order of events", field="right"))
    made.ended_at, made.ended_why = at, why
    made.save(update_fields=["ended_at", "ended_why"])
    keep(DELAY_ENDS, record=found.ref, slot=str(made.pk), at=at)
    say(DELAY_ENDED, found, {"right_words": WORDS[Right(right)], "right": right}, words={"why": why})
    return found.ref


def _owe(found: Detention, made: RightDelayed, at: datetime) -> None:
    due = delay_by(found, at)
    if due:
        promise(
            DELAY_ENDS, record=found.ref, slot=str(made.pk), due=due, began_at=at,
            facts={"right": WORDS[Right(made.right)].capitalize()}, words={"who": found.person.name},
            about=(found.person.ref,), unit=found.suite.name,
        )  # fmt: skip
