"""Death or serious injury: the record is frozen at once, the referral is owed, and a superintendent opens it again."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.care_keeping import restate_visits, withdraw_care
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.leaving import MUST_REFER, REFERRED, UNFROZEN
from bluelamp.custody.keeping import restate_clocks, say
from bluelamp.custody.models import Detention, Referral
from bluelamp.custody.owed.clocks import DECIDE, LIMIT, REVIEW
from bluelamp.custody.owed.leaving import REFER
from bluelamp.custody.rules.referral import SOURCE, Harm, may_refer, may_unfreeze, refer_by
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

IN_WORDS = {Harm.DEATH: "Death in custody", Harm.SERIOUS_INJURY: "Serious injury in custody"}


@action
def open_referral(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    harm: Harm,
    happened_at: datetime,
    words: str,
    told: str,
    reason: str = "",
    key: str | None = None,
) -> str:
    """Write down a death or serious injury: the record is frozen from now, and the referral to the IOPC is owed.

    Somebody injured is still held: their limit, reviews and visits stay owed and their alarms go on. Nothing of that
    is owed to the dead.
    """
    require(by, "custody.refer")
    found = _record(detention)
    insist(may_refer(happened_at=happened_at, arrived_at=found.arrived_at, words=words, told=told, at=at))
    if Referral.objects.filter(detention=found, harm=harm, unfrozen_at=None).exists():
        raise Refused(refused("This is written down already; its referral is owed.", SOURCE, field="harm"))
    said = {"harm": harm, "happened_at": happened_at, "words": words, "told": told}
    made = Referral.objects.create(detention=found, opened_at=at, opened_by_id=officer_of(by), **said)
    found.frozen_at = found.frozen_at or at
    found.save(update_fields=["frozen_at"])
    if harm is Harm.DEATH and found.released_at is None:
        _nothing_owed_of_the_living(found)
    promise(
        REFER,
        record=found.ref,
        slot=str(made.pk),
        due=refer_by(known_at=at, law=law_of("custody")),
        began_at=at,
        facts={"harm_words": IN_WORDS[harm].lower()},
        unit=found.suite.name,
    )
    facts = {"harm": harm.value, "harm_words": IN_WORDS[harm]}
    say(MUST_REFER, found, facts, words={"what": words, "told": told}, occurred_at=happened_at, reason=reason)
    return found.ref


@action
def send_referral(*, by: Acting, at: datetime, detention: int, reference: str, key: str | None = None) -> str:
    """Write down that the IOPC has the referral, with their reference; every open one of this record is kept."""
    require(by, "custody.refer")
    found = _record(detention)
    waiting = list(Referral.objects.filter(detention=found, referred_at=None))
    if not waiting:
        raise Refused(refused("No referral is owed for this record.", SOURCE, field="reference"))
    if not reference.strip():
        raise Refused(refused("Write the IOPC's reference.", SOURCE, field="reference"))
    for one in waiting:
        one.referred_at, one.referred_by_id, one.reference = at, by.officer_id, reference.strip()
        one.save(update_fields=["referred_at", "referred_by", "reference"])
        keep(REFER, record=found.ref, slot=str(one.pk), at=at)
    say(REFERRED, found, {"reference": reference.strip()})
    return found.ref


@action
def unfreeze(*, by: Acting, at: datetime, detention: int, why: str, key: str | None = None) -> str:
    """Open a frozen record again: a superintendent, not involved, with a reason, once it was referred."""
    require(by, "custody.refer")
    found = _record(detention)
    if found.frozen_at is None:
        raise Refused(refused("This record is not frozen.", SOURCE, field="why"))
    still = Referral.objects.filter(detention=found, unfrozen_at=None)
    referred = not still.filter(referred_at=None).exists()
    who = decider(by, found)
    insist(may_unfreeze(decider=who, why=why, referred=referred, law=law_of("custody"), at=at))
    still.update(unfrozen_at=at, unfrozen_by=officer_of(by), unfrozen_why=why)
    found.frozen_at = None
    found.save(update_fields=["frozen_at"])
    if found.released_at is None and not Referral.objects.filter(detention=found, harm=Harm.DEATH).exists():
        restate_clocks(found, at)
        restate_visits(found)
    say(UNFROZEN, found, words={"why": why})
    return found.ref


def _nothing_owed_of_the_living(found: Detention) -> None:
    for kind in (LIMIT, REVIEW, DECIDE):
        withdraw(kind, record=found.ref, slot=EVERY_SLOT, why=IN_WORDS[Harm.DEATH])
    withdraw_care(found, IN_WORDS[Harm.DEATH])


def _record(detention: int) -> Detention:
    """Open or closed, frozen or not: harm may come to light late."""
    return (
        Detention.objects.select_for_update(of=("self",)).select_related("person", "arrest", "suite").get(pk=detention)
    )
