"""Expenses: claimed by the special, decided by somebody else within a policy time, paid."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.specials import events, owed
from bluelamp.specials.keeping import own_record
from bluelamp.specials.models import Claim
from bluelamp.specials.queries import served_on
from bluelamp.specials.rules import expenses
from bluelamp.verdict import Refused, insist, refused


@action
def claim(
    *, by: Acting, at: datetime, on: date, miles: int = 0, vehicle: str = "", meal: int = 0, fare: int = 0,
    fare_for: str = "", key: str | None = None,
) -> str:  # fmt: skip
    """Claim what one day cost; money in pence. The sum is worked out by the rates of that day."""
    require(by, "specials.mine")
    found, law = own_record(by), law_of("specials")
    spent = expenses.Spent(on=on, served=served_on(by.number, on, at), miles=miles, vehicle=vehicle, meal=meal,
                           fare=fare, fare_for=fare_for)  # fmt: skip
    insist(expenses.may_claim(law, spent=spent, today=local_day(at)))
    pence = sum(line.pence for line in expenses.worked_out(law, spent))
    try:
        with transaction.atomic():
            made = Claim.objects.create(
                special=found, on=on, miles=miles, vehicle=vehicle if miles else "", meal=meal, fare=fare,
                fare_for=fare_for.strip(), pence=pence, sent_at=at,
            )  # fmt: skip
    except IntegrityError as error:
        if "one_claim_a_day" not in str(error):
            raise
        words = "You claimed for that day already."
        raise Refused(refused(words, "One claim a day", field="on")) from error
    _say(events.CLAIMED, made, {})
    facts = {"day": spoken_day(on), "sum": expenses.money(pence)}
    promise(owed.EXPENSES, record=found.ref, slot=str(made.pk), due=owed.claim_decided_by(made), facts=facts)
    return made.ref


@action
def decide_claim(
    *, by: Acting, at: datetime, claim: int, agreed: bool, words: str = "", key: str | None = None
) -> str:  # fmt: skip
    """Agree a claim or turn it down with the reason; never one's own."""
    require(by, "specials.expenses")
    found = _locked(claim)
    if found.state != Claim.State.SENT:
        raise Refused(refused("This claim is decided already.", "Order of events"))
    own = found.special.officer_id == officer_of(by)
    insist(expenses.may_decide(own=own, agreed=agreed, words=words))
    found.state = Claim.State.AGREED if agreed else Claim.State.TURNED_DOWN
    found.decided_at, found.decided_by_id, found.words = at, by.number, words.strip()
    found.save(update_fields=["state", "decided_at", "decided_by", "words"])
    outcome = "agreed" if agreed else "turned down"
    _say(events.CLAIM_DECIDED, found, {"outcome": outcome}, {"words": words.strip()})
    keep(owed.EXPENSES, record=found.special.ref, slot=str(found.pk), at=at)
    return found.ref


@action
def pay_claim(*, by: Acting, at: datetime, claim: int, key: str | None = None) -> str:
    """Keep that an agreed claim was paid."""
    require(by, "specials.expenses")
    found = _locked(claim)
    if found.state != Claim.State.AGREED:
        raise Refused(refused("Only an agreed claim is paid, and only once.", "Order of events"))
    if found.special.officer_id == officer_of(by):
        raise Refused(refused("Nobody pays their own expenses.", "Force policy: a second person decides"))
    found.state = Claim.State.PAID
    found.save(update_fields=["state"])
    _say(events.CLAIM_PAID, found, {})
    return found.ref


def _locked(claim: int) -> Claim:
    return Claim.objects.select_for_update(of=("self",)).select_related("special").get(pk=claim)


def _say(event: Event, claim: Claim, facts: dict[str, str], words: dict[str, str] | None = None) -> None:
    known = {"day": spoken_day(claim.on), "sum": expenses.money(claim.pence), **facts}
    write(event, record=claim.special.ref, facts=known, words=words, about=(claim.ref,))
