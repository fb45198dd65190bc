"""Charging, and the first hearing that follows (F1, F6, PACE s.46)."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.cases import events
from bluelamp.cases.models import CaseFile, Charge, Hearing
from bluelamp.cases.queries import last_day
from bluelamp.cases.rules.first_hearing import Plea
from bluelamp.cases.rules.who_may_charge import Offence, may_police_charge
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import Refused, insist, refused


@action
def charge(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    crime: int | None,
    person: int,
    offence: Offence,
    offence_code: str,
    offence_words: str,
    prosecutor_reference: str = "",
    kept_in_custody: bool = False,
    key: str | None = None,
) -> str:
    """Charge a detained person. Where the police may not decide, a prosecutor's reference is needed (F1)."""
    require(by, "cases.charge")
    if not prosecutor_reference.strip():
        insist(may_police_charge(offence))
    case, _ = CaseFile.objects.get_or_create(detention_id=detention, defaults={"crime_id": crime, "opened_at": at})
    about = (f"detention:{detention}", f"person:{person}", *([f"crime:{crime}"] if crime else []))
    decided_by = Charge.DecidedBy.PROSECUTOR if prosecutor_reference.strip() else Charge.DecidedBy.POLICE
    Charge.objects.create(
        case=case,
        offence_code=offence_code,
        offence_words=offence_words,
        charged_at=at,
        charged_by_id=by.officer_id,
        decided_by=decided_by,
        prosecutor_reference=prosecutor_reference,
        kept_in_custody=kept_in_custody,
    )
    facts: dict[str, object] = {"offence": offence_words, "offence_code": offence_code}
    facts |= {"decided_by": decided_by.label, "kept_in_custody": kept_in_custody}
    write(events.CHARGED, record=case.ref, about=about, facts=facts)
    return case.ref


@action
def set_first_hearing(
    *,
    by: Acting,
    at: datetime,
    case: int,
    court: str,
    on: date,
    plea: str,
    key: str | None = None,
) -> str:
    """Set the first hearing, on or before the last day the rule gives."""
    require(by, "cases.charge")
    found = CaseFile.objects.select_for_update(of=("self",)).get(pk=case)
    limit = last_day(found, Plea(plea))
    if on > limit.last_day:
        words = f"The first hearing must be on or before {limit.last_day:%A %-d %B %Y}."
        raise Refused(refused(words, limit.deadline.basis, field="on"))
    if on < local_day(at):
        raise Refused(refused("The hearing is in the past.", "Order of events", field="on"))
    Hearing.objects.create(case=found, court=court, on=on, last_day=limit.last_day, set_at=at)
    write(
        events.HEARING_SET,
        record=found.ref,
        about=(f"detention:{found.detention_id}",) if found.detention_id else (),
        facts={"court": court, "on": spoken_day(on), "last_day": limit.last_day.isoformat()},
    )
    return found.ref
