"""An order that another force's case led to, enforced here; and the crime that a breach of a newer order is."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.crimes.models import Crime
from bluelamp.deadlines.instants import local, local_day, spoken_day
from bluelamp.deadlines.months import end_of_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep
from bluelamp.people.rules.masking import holds_none
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding import events
from bluelamp.safeguarding.keeping import locked
from bluelamp.safeguarding.models import Breach, ProtectionNotice
from bluelamp.safeguarding.owed.protection import BREACH_CRIME
from bluelamp.safeguarding.queries import kept_from
from bluelamp.safeguarding.rules.protection import Elsewhere, Regime, may_enter
from bluelamp.safeguarding.warnings_in_force import NO_END, warn
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Order:
    """The order as it is written. `address`: where its subject must keep away from."""

    regime: str
    court: str
    made_on: date
    until: date | None = None
    conditions: tuple[str, ...] = ()
    address: str = ""


@action
def enter_order(*, by: Acting, at: datetime, domestic: int, order: Order, key: str | None = None) -> str:
    """Enter an order made elsewhere against the other person: its conditions are seen at once. "protection:3"."""
    require(by, "safeguarding.protect", "safeguarding.assess")
    found, law = locked(domestic), law_of("safeguarding")
    if found.suspect_id is None:
        raise Refused(refused("Say first who the other person is.", "Order of events", field="regime"))
    conditions = tuple(one.strip() for one in order.conditions if one.strip())
    regime = Regime(order.regime)
    said = Elsewhere(regime=regime, court=order.court, made_on=order.made_on, until=order.until, conditions=conditions)
    insist(may_enter(law, order=said, on=local_day(at)))
    insist(holds_none([*conditions, order.address], kept=kept_from(found.suspect_id), field="conditions"))
    made_at = min(local(order.made_on, time(0)), at)
    notice = ProtectionNotice.objects.create(
        domestic=found, subject_id=found.suspect_id, regime=regime, grounds="Made elsewhere", representations="",
        conditions=list(conditions), address=order.address, elsewhere=order.court, issued_at=made_at,
        issued_by_id=officer_of(by), served_at=made_at, decided_at=made_at, order_made=True, order_until=order.until,
    )  # fmt: skip
    until = end_of_day(order.until) if order.until else at + NO_END
    facts = {"order": regime.order, "court": order.court, "until": spoken_day(order.until) if order.until else "no end"}
    words = {"conditions": "; ".join(conditions)}
    write(events.ORDER_ENTERED, notice.ref, about=(found.ref, notice.subject.ref), facts=facts, words=words)
    warn(notice, conditions, until=until, is_order=True, at=at)
    return notice.ref


@action
def record_breach(*, by: Acting, at: datetime, breach: int, crime_number: str, key: str | None = None) -> str:
    """The breach of an order stands recorded as a crime, by its number."""
    require(by, "safeguarding.protect", "safeguarding.assess")
    made = Breach.objects.select_for_update(of=("self",)).select_related("notice__domestic").get(pk=breach)
    if not made.waits_for_crime:
        raise Refused(refused("No crime waits to be recorded here.", "Order of events"))
    if not Crime.objects.filter(number=crime_number.strip()).exists():
        raise Refused(refused("There is no crime of this number.", field="crime_number"))
    made.crime_number = crime_number.strip()
    made.save(update_fields=["crime_number"])
    facts = {"crime": made.crime_number}
    write(events.BREACH_RECORDED, made.notice.ref, about=(made.notice.domestic.ref,), facts=facts)
    keep(BREACH_CRIME, record=made.notice.ref, slot=str(made.pk), at=at)
    return made.notice.ref
