"""Telling a victim of a step in time. Safety beats timeliness, and only a victim reached keeps the promise (V4, V7)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.models import Attempt, Telling, Victim
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.rules import contact
from bluelamp.victims.rules.telling import Step, due


@action
def owe_telling(
    *, by: Acting, at: datetime, victim: int, step: str, happened_at: datetime, key: str | None = None
) -> str:
    """State that the victim is owed word of a step: in one working day with enhanced rights, else five."""
    owed = Victim.objects.select_related("person").get(pk=victim)
    telling, _ = Telling.objects.get_or_create(victim=owed, step=step, happened_at=happened_at)
    by_when = due(law_of("victims"), step=Step(step), at=happened_at, enhanced=owed.enhanced)
    promise(
        BY_STEP[Step(step)],
        record=owed.ref,
        slot=str(telling.pk),
        due=by_when,
        began_at=happened_at,
        words={"who": owed.person.name},
        about=(f"incident:{owed.incident_id}", f"person:{owed.person_id}"),
    )
    _say(events.TELLING_OWED, telling, owed, {"due_at": by_when.due.isoformat()})
    return owed.ref


@action
def tell(
    *, by: Acting, at: datetime, telling: int, way: str, result: str, words: str = "", key: str | None = None
) -> str:
    """Keep an attempt to tell the victim; the promise ends only when reached, or opted out in their own words.

    Refused where the way is not safe now: a deadline never makes an unsafe way allowed.
    """
    require(by, "victims.tell")
    found = Telling.objects.select_for_update(of=("self",)).select_related("victim").get(pk=telling)
    if found.told_at or found.opted_out_at:
        raise Refused(refused("The victim was told of this already.", "Order of events"))
    safe = safe_contact(found.victim.person_id)
    insist(contact.may_try(safe=safe.facts() if safe else None, way=Way(way), at=at))
    ended = contact.Result(result)
    Attempt.objects.create(
        victim=found.victim, step=found.step, at=at, officer_id=by.officer_id, way=way, result=result, words=words
    )
    if ended is contact.Result.REACHED:
        _told(found, at, words)
    elif ended is contact.Result.OPTED_OUT:
        _opted_out(found, at, by, words)
    else:
        facts = {"result": ended.words, "way": way}
        _say(events.ATTEMPTED, found, found.victim, facts, words=words)
    return found.victim.ref


def _told(telling: Telling, at: datetime, words: str) -> None:
    telling.told_at = at
    telling.save(update_fields=["told_at"])
    keep(BY_STEP[Step(telling.step)], record=telling.victim.ref, slot=str(telling.pk), at=at)
    by_when = due(law_of("victims"), step=Step(telling.step), at=telling.happened_at, enhanced=telling.victim.enhanced)
    facts = {"due_at": by_when.due.isoformat(), "event_at": telling.happened_at.isoformat()}
    _say(events.TOLD, telling, telling.victim, facts, words=words)


def _opted_out(telling: Telling, at: datetime, by: Acting, words: str) -> None:
    attempt = contact.Attempt(result=contact.Result.OPTED_OUT, way=Way.IN_PERSON, at=at, by=by.ref, opt_out_words=words)
    insist(contact.stops_the_clock(attempt))
    telling.opted_out_at = at
    telling.save(update_fields=["opted_out_at"])
    kind = BY_STEP[Step(telling.step)]
    withdraw(kind, record=telling.victim.ref, slot=str(telling.pk), why="The victim does not want to be told")
    _say(events.OPTED_OUT, telling, telling.victim, {}, words=words)


def _say(event: Event, telling: Telling, victim: Victim, facts: dict[str, str], **words: str) -> None:
    write(
        event,
        record=victim.ref,
        about=(f"person:{victim.person_id}", f"incident:{victim.incident_id}"),
        facts={"step": Step(telling.step).words, "trigger": telling.step, "telling": telling.pk, **facts},
        words=words,
    )
