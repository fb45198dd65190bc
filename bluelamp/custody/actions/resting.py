"""Rest: begun, broken for a reason that Code C 12.2 names, gone on with, ended (P29)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody import care
from bluelamp.custody.care_keeping import restate_rest
from bluelamp.custody.events.care import REST_BEGAN, REST_BROKEN, REST_ENDED, REST_WENT_ON
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import Detention, Rest, RestBreak
from bluelamp.custody.owed.care import REST
from bluelamp.custody.rules import rest
from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

ORDER = "Order of events"


@action
def begin_rest(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    began_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """A rest begins: nobody questions, moves or disturbs the person unless Code C 12.2 allows it."""
    require(by, "custody.care")
    when = began_at or at
    found = lock(detention, while_frozen=WhileFrozen.CARE, away=care.away_at(when))
    if found.away:  # type: ignore[attr-defined]
        raise Refused(refused("The person was at hospital then.", ORDER))
    if when < found.arrived_at:
        raise Refused(refused("The rest would begin before the person arrived.", ORDER, field="began_at"))
    rests = care.resting(found).rests
    insist(rest.possible(began_at=when, ended_at=None, rests=rests, at=at))
    Rest.objects.create(detention=found, began_at=when)
    keep(REST, record=found.ref, slot=EVERY_SLOT, at=when)
    night = rest.at_night(began_at=when, law=law_of("custody"))
    facts = {"night_words": "" if night.allowed else f". {night.words}", "at_night": night.allowed}
    say(REST_BEGAN, found, facts, occurred_at=when, reason=reason_late)
    return found.ref


@action
def break_rest(*, by: Acting, at: datetime, detention: int, reason: str, words: str, key: str | None = None) -> str:
    """Rest is interrupted, for (a) harm, delay or prejudice, (b) a request, or (c) duties or medical advice."""
    require(by, "custody.care")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    now = _lasting(found)
    if now.breaks.filter(over_at=None).exists():
        raise Refused(refused("This rest is broken already: say when it goes on.", ORDER))
    verdict = rest.may_break(reason=reason, words=words, law=law_of("custody"), at=at)
    insist(verdict)
    RestBreak.objects.create(rest=now, began_at=at, officer_id=officer_of(by), reason=reason, words=words)
    fresh = reason in law_of("custody")["rest.fresh_after"].items
    facts = {"reason": reason, "reason_words": rest.REASONS[reason], "effect": verdict.words, "fresh": fresh}
    say(REST_BROKEN, found, facts, words={"words": words})
    restate_rest(found, at)
    return found.ref


@action
def go_on_resting(*, by: Acting, at: datetime, detention: int, key: str | None = None) -> str:
    """The interruption is over; after one for (a) a fresh eight hours run from now."""
    require(by, "custody.care")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    now = _lasting(found)
    broken = now.breaks.filter(over_at=None).first()
    if broken is None:
        raise Refused(refused("This rest is not broken.", ORDER))
    if at <= broken.began_at:
        raise Refused(refused("The interruption would be over before it began.", ORDER))
    broken.over_at = at
    broken.save(update_fields=["over_at"])
    keep(REST, record=found.ref, slot=EVERY_SLOT, at=at)
    full = rest.full_at(rest=now.as_facts(), law=law_of("custody"))
    facts = {"full_words": spoken(full.due) if full else "not yet known", "reason": broken.reason}
    say(REST_WENT_ON, found, facts)
    return found.ref


@action
def end_rest(*, by: Acting, at: datetime, detention: int, key: str | None = None) -> str:
    """The rest is over; if eight hours together were not had, a rest is still owed."""
    require(by, "custody.care")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    now = _lasting(found)
    if at <= now.began_at:
        raise Refused(refused("The rest would end before it began.", ORDER))
    broken = now.breaks.filter(over_at=None)
    broken.update(over_at=at)
    now.ended_at = at
    now.save(update_fields=["ended_at"])
    full = rest.full_at(rest=now.as_facts(), law=law_of("custody"))
    effect = (
        f"Eight hours were full {spoken(full.due)}." if full else "Eight hours together were not had: a rest is owed."
    )
    facts = {"length": in_words(between(now.began_at, at)), "effect": effect, "full": bool(full)}
    say(REST_ENDED, found, facts)
    restate_rest(found, at)
    return found.ref


def _lasting(found: Detention) -> Rest:
    now = found.rests.select_for_update().filter(ended_at=None).first()
    if now is None:
        raise Refused(refused("No rest lasts now: begin one first.", ORDER))
    return now
