"""Charging, and the first hearing that follows (F1, F6, PACE s.46)."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.cases import events
from bluelamp.cases.keeping import Against, Count, about, add_charge, case_for, decided_by
from bluelamp.cases.models import CaseFile, Hearing
from bluelamp.cases.queries import last_day
from bluelamp.cases.rules.first_hearing import Plea
from bluelamp.cases.rules.who_may_charge import Offence
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import Refused, refused


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
    charged_crime: int | None = None,
    officer: int | None = None,
    key: str | None = None,
) -> str:
    """Charge a detained person. Where the police may not decide, a prosecutor's reference is needed (F1).

    `crime` is what the case is about, `charged_crime` the one of this charge, None where it is not known which of
    several; `officer` is whose case it becomes. A case about the same person and crime is joined, never doubled.
    """
    require(by, "cases.charge")
    count = Count(offence=offence, code=offence_code, words=offence_words, crime=charged_crime)
    decided = decided_by([count], prosecutor_reference)
    against = Against(person=person, crime=crime, detention=detention, officer=officer or by.officer_id)
    case, _ = case_for(against, [count], at=at, prosecutor=bool(prosecutor_reference.strip()))
    add_charge(
        case,
        count,
        by=by,
        at=at,
        decided=decided,
        prosecutor_reference=prosecutor_reference,
        kept_in_custody=kept_in_custody,
    )
    facts: dict[str, object] = {"offence": offence_words, "offence_code": offence_code}
    facts |= {"decided_by": decided.label, "kept_in_custody": kept_in_custody}
    write(events.CHARGED, record=case.ref, about=about(case), facts=facts)
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
        about=about(found),
        facts={"court": court, "on": spoken_day(on), "last_day": limit.last_day.isoformat()},
    )
    return found.ref
