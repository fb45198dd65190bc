"""Enhanced rights on by anybody's judgement, off only by a supervisor (V5); and who looks after a victim."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import may, require
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import promise
from bluelamp.verdict import Refused, Verdict, allowed, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, say
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.owed import BY_STEP, told_by
from bluelamp.victims.rules.entitlement import VULNERABLE, may_find_vulnerable, may_switch_off, may_switch_on
from bluelamp.victims.rules.telling import Step


@action
def switch_on(*, by: Acting, at: datetime, victim: int, why: str, key: str | None = None) -> str:
    """Enhanced rights from now on, by judgement; what is open is due sooner at once."""
    require(by, "victims.record", "victims.tell")
    found = locked(victim)
    insist(may_switch_on(enhanced=found.enhanced, reason=why))
    _on(found, why, at)
    return found.ref


@action
def find_vulnerable(*, by: Acting, at: datetime, victim: int, why: str, key: str | None = None) -> str:
    """It is seen later that they are vulnerable: enhanced rights from now on, and views are theirs or of who speaks for
    them. Refused without the reason, or where it is known already."""
    require(by, "victims.record", "victims.tell")
    found = locked(victim)
    insist(may_find_vulnerable(vulnerable=found.vulnerable, reason=why))
    found.vulnerable = True
    found.save(update_fields=["vulnerable"])
    say(events.FOUND_VULNERABLE, found, words=why)
    if not found.enhanced:
        _on(found, VULNERABLE, at)
    return found.ref


@action
def switch_off(*, by: Acting, at: datetime, victim: int, why: str, asked_by: str, key: str | None = None) -> str:
    """Standard rights from now on, decided by a supervisor; `asked_by` is the reference of who asks for it."""
    require(by, "victims.supervise")
    found = locked(victim)
    child = found.is_child(local_day(at))
    insist(may_switch_off(supervisor=by.ref, reason=why, asked_by=asked_by, child=child))
    found.enhanced, found.enhanced_because, found.enhanced_from = False, [], None
    _switched(found)
    say(events.SWITCHED_OFF, found, {"asked_by": asked_by}, words=why)
    return found.ref


@action
def take_over(*, by: Acting, at: datetime, victim: int, officer: int | None = None, key: str | None = None) -> str:
    """Somebody looks after this victim from now on: who acts, unless another officer is named, who may tell victims."""
    require(by, "victims.tell")
    found = locked(victim)
    cares = Officer.objects.get(pk=officer or by.number)
    if found.cares_id == cares.pk:
        raise Refused(refused(f"{cares} looks after them already.", field="officer"))
    insist(_may_care(cares, by))
    found.cares = cares
    found.save(update_fields=["cares"])
    say(events.TAKEN_OVER, found, {"officer": found.cares.ref})
    return found.ref


def _may_care(officer: Officer, by: Acting) -> Verdict:
    """Who cares for a victim is here and may tell them; who acts was asked already."""
    if officer.pk == by.officer_id:
        return allowed()
    if officer.is_active and may(acting_as(officer), "victims.tell").allowed:
        return allowed()
    return refused(f"{officer} may not tell victims: choose somebody who may.", "Roles of this force", field="officer")


def _on(victim: Victim, why: str, at: datetime) -> None:
    victim.enhanced, victim.enhanced_because = True, [*victim.enhanced_because, why.strip()[:200]]
    victim.enhanced_from = at
    _switched(victim)
    say(events.SWITCHED_ON, victim, words=why)


def _switched(victim: Victim) -> None:
    victim.save(update_fields=["enhanced", "enhanced_because", "enhanced_from"])
    for telling in Telling.objects.filter(victim=victim, told_at=None, opted_out_at=None):
        step = Step(telling.step)
        by_when = told_by(victim, step, telling.happened_at)
        promise(
            BY_STEP[step],
            record=victim.ref,
            slot=str(telling.pk),
            due=by_when,
            began_at=telling.happened_at,
            words={"who": victim.person.name},
            about=victim.records,
        )
