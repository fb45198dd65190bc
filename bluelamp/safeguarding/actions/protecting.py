"""A protection notice: issued by the right rank, served, decided by the court, broken; its conditions seen at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.deadlines.months import end_of_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.people.rules.masking import holds_none
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding import events
from bluelamp.safeguarding.keeping import locked
from bluelamp.safeguarding.models import Breach, ProtectionNotice
from bluelamp.safeguarding.owed.protection import BREACH_COURT, BREACH_CRIME, HEARING
from bluelamp.safeguarding.queries import kept_from
from bluelamp.safeguarding.rules import protection
from bluelamp.safeguarding.rules.protection import Issuing, Regime
from bluelamp.safeguarding.warnings_in_force import NO_END, lift, warn
from bluelamp.specials.rules.rank import Holder
from bluelamp.verdict import Refused, insist, refused

_NOT_DECIDED_YET = timedelta(days=14)
"""A notice holds until the court decides; its warnings outlast the hearing by so long, and end with the decision."""


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What a notice rests on, and what it forbids. `address`: where the subject must keep away from."""

    violence: bool
    abuse: bool
    necessary: bool
    grounds: str
    representations: str
    conditions: Sequence[str]
    address: str = ""


@action
def issue_notice(*, by: Acting, at: datetime, domestic: int, grounds: Grounds, key: str | None = None) -> str:
    """Issue the notice of the regime in force here; the officer's regular rank decides who may. "protection:2"."""
    require(by, "safeguarding.protect")
    found, law = locked(domestic), law_of("safeguarding")
    if found.suspect_id is None:
        raise Refused(refused("Say first who the other person is.", field="grounds"))
    me, regime = Officer.objects.get(pk=officer_of(by)), protection.regime(law, on=local_day(at))
    issuing = Issuing(
        issuer=Holder(regular_rank=me.regular_rank, special_grade=me.special_grade), age=found.age_suspect,
        violence=grounds.violence, abuse=grounds.abuse, necessary=grounds.necessary, grounds=grounds.grounds,
        representations=grounds.representations,
    )  # fmt: skip
    insist(protection.may_issue(law, regime=regime, issuing=issuing, at=at))
    conditions = [each.strip() for each in grounds.conditions if each.strip()]
    if not conditions:
        raise Refused(refused("Write at least one condition.", field="conditions"))
    _give_nothing_away(found.suspect_id, [*conditions, grounds.address, grounds.grounds], "conditions")
    notice = ProtectionNotice.objects.create(
        domestic=found, subject_id=found.suspect_id, regime=regime, grounds=grounds.grounds,
        representations=grounds.representations, conditions=conditions, address=grounds.address, issued_at=at,
        issued_by=me,
    )  # fmt: skip
    words = {
        "grounds": grounds.grounds,
        "representations": grounds.representations,
        "conditions": "; ".join(conditions),
    }
    _say(events.NOTICE_ISSUED, notice, {"notice": regime.notice, "rank": me.regular_rank}, **words)
    return notice.ref


@action
def serve_notice(*, by: Acting, at: datetime, notice: int, how: str, key: str | None = None) -> str:
    """It was given to its subject in person: the court hears it in 48 hours; its conditions are seen at once."""
    require(by, "safeguarding.protect", "safeguarding.assess")
    found = _notice(notice)
    if found.served_at:
        raise Refused(refused("It is served already.", "Order of events"))
    if not how.strip():
        raise Refused(refused("Write where it was given to them, in person.", field="how"))
    found.served_at, found.served_how = at, how
    found.save(update_fields=["served_at", "served_how"])
    regime = Regime(found.regime)
    due = protection.hearing_due(law_of("safeguarding"), regime=regime, served_at=at)
    _say(events.NOTICE_SERVED, found, {"notice": regime.notice, "by_when": spoken(due.due)}, how=how)
    number = found.domestic.incident.number
    promise(HEARING, record=found.ref, due=due, began_at=at, facts={"number": number}, about=(found.domestic.ref,))
    warn(found, found.conditions, until=due.due + _NOT_DECIDED_YET, is_order=False, at=at)
    return found.ref


@action
def decide_order(
    *,
    by: Acting,
    at: datetime,
    notice: int,
    made: bool,
    conditions: Sequence[str] = (),
    until: date | None = None,
    key: str | None = None,
) -> str:
    """What the court decided: an order with its conditions and end, or none. The warnings follow it."""
    require(by, "safeguarding.protect", "safeguarding.marac")
    found = _notice(notice)
    if found.served_at is None or found.decided_at:
        words = "It is not served yet." if found.served_at is None else "The court has decided already."
        raise Refused(refused(words, "Order of events"))
    regime, said = Regime(found.regime), [each.strip() for each in conditions if each.strip()]
    if made:
        law = law_of("safeguarding")
        insist(protection.may_last(law, regime=regime, made_on=local_day(at), until=until))
        if not said:
            raise Refused(refused("Write the conditions of the order.", field="conditions"))
        _give_nothing_away(found.subject_id, said, "conditions")
    found.decided_at, found.order_made, found.order_until = at, made, until if made else None
    found.conditions = said if made else found.conditions
    found.save(update_fields=["decided_at", "order_made", "order_until", "conditions"])
    decision = f"{regime.order}{f' until {spoken_day(until)}' if until else ''}" if made else "no order"
    _say(events.ORDER_DECIDED, found, {"decision": decision}, conditions="; ".join(said))
    keep(HEARING, record=found.ref, at=at)
    if made:
        warn(found, said, until=end_of_day(until) if until else at + NO_END, is_order=True, at=at)
    else:
        lift(found, why="The court made no order", at=at)
    return found.ref


@action
def write_breach(
    *,
    by: Acting,
    at: datetime,
    notice: int,
    words: str,
    arrested_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """A breach of a notice or order in force; arrested for it, the court within 24 hours is owed.

    Of the newer order a breach is a crime: it is owed to be recorded, and custody's own clocks run for who is arrested.
    """
    require(by, "safeguarding.protect", "safeguarding.assess")
    found = _notice(notice)
    if found.served_at is None or found.order_made is False:
        raise Refused(refused("No notice or order is in force.", "Order of events"))
    if not words.strip():
        raise Refused(refused("Write what was done against which condition.", field="words"))
    if arrested_at and not found.served_at <= arrested_at <= at:
        raise Refused(refused("The arrest was after service, and not in the future.", field="arrested_at"))
    made = Breach.objects.create(notice=found, at=at, words=words, arrested_at=arrested_at)
    _say(events.BREACHED, found, {"arrested": arrested_at is not None}, words=words)
    if made.waits_for_crime:
        due = protection.crime_due(law_of("safeguarding"), written_at=at)
        facts = {"number": found.domestic.incident.number}
        promise(BREACH_CRIME, record=found.ref, slot=str(made.pk), due=due, began_at=at, facts=facts)
    elif arrested_at:
        regime = Regime(found.regime)
        due = protection.court_after_breach(law_of("safeguarding"), regime=regime, arrested_at=arrested_at)
        facts = {"number": found.domestic.incident.number}
        promise(BREACH_COURT, record=found.ref, slot=str(made.pk), due=due, began_at=arrested_at, facts=facts)
    return found.ref


@action
def bring_to_court(*, by: Acting, at: datetime, breach: int, key: str | None = None) -> str:
    """The person arrested for a breach was brought before the court."""
    require(by, "safeguarding.protect", "safeguarding.assess")
    made = Breach.objects.select_for_update(of=("self",)).get(pk=breach)
    if made.arrested_at is None or made.brought_at:
        raise Refused(refused("Nobody waits for the court here.", "Order of events"))
    found = _notice(made.notice_id)
    made.brought_at = at
    made.save(update_fields=["brought_at"])
    _say(events.BROUGHT, found, {})
    keep(BREACH_COURT, record=found.ref, slot=str(made.pk), at=at)
    return found.ref


def _give_nothing_away(subject: int, words: Sequence[str], field: str) -> None:
    """Its subject gets it in their hand: a new address of those harmed must not stand in it (D10)."""
    insist(holds_none(list(words), kept=kept_from(subject), field=field))


def _notice(number: int) -> ProtectionNotice:
    rows = ProtectionNotice.objects.select_for_update(of=("self",))
    return rows.select_related("domestic__incident", "subject").get(pk=number)


def _say(event: Event, notice: ProtectionNotice, facts: Mapping[str, object], **words: str) -> None:
    """What is in force stands on its subject too; its grounds and what was done against it stand here alone."""
    seen = (notice.subject.ref,) if event in (events.NOTICE_SERVED, events.ORDER_DECIDED) else ()
    about = (notice.domestic.ref, *seen)
    write(event, record=notice.ref, about=about, facts=facts, words=words)
