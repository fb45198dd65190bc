"""A written charge sent with a requisition to somebody who is not held, and taking it back (F1, F4: MG4D)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.cases import events
from bluelamp.cases.keeping import Against, Count, about, add_charge, case_for, decided_by
from bluelamp.cases.models import CaseFile, Charge, Hearing, Requisition
from bluelamp.cases.rules import time_limit
from bluelamp.cases.rules.requisition import Sending, may_send, may_withdraw, taken_as_served
from bluelamp.crimes.models import Crime
from bluelamp.custody.models import CustodyOf
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people.models import Person
from bluelamp.people.rules.ages import age
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What is written of a requisition: when it was sent, for which court and when; the day of the offence."""

    sent_on: date
    court: str
    hearing_at: datetime
    committed_on: date


@action
def send_requisition(
    *,
    by: Acting,
    at: datetime,
    crime: int,
    person: int,
    counts: Sequence[Count],
    sent: Sent,
    prosecutor_reference: str = "",
    key: str | None = None,
) -> str:
    """Write down a requisition that was sent: its charges, and the first hearing. Answers "case:5".

    Where the police may not decide, a prosecutor's reference is needed (F1).
    """
    require(by, "cases.charge")
    about_crime = Crime.objects.select_for_update(of=("self",)).get(pk=crime)
    _insist_whole(counts, sent, about_crime)
    decided, law = decided_by(counts, prosecutor_reference), law_of("cases")
    insist(may_send(law, sending=_sending(about_crime, person, counts, sent), at=at))
    against = Against(person=person, crime=crime, officer=officer_of(by))
    case, joined = case_for(against, counts, at=at, prosecutor=bool(prosecutor_reference.strip()))
    made = Requisition.objects.create(
        case=case, sent_on=sent.sent_on, served_on=taken_as_served(law, sent_on=sent.sent_on), written_at=at,
        written_by_id=by.officer_id,
    )  # fmt: skip
    for one in counts:
        add_charge(case, one, by=by, at=at, decided=decided, prosecutor_reference=prosecutor_reference,
                   requisition=made)  # fmt: skip
    on = local_day(sent.hearing_at)
    Hearing.objects.create(case=case, court=sent.court.strip(), on=on, starts_at=sent.hearing_at, set_at=at)
    _say_sent(case, made, counts, sent, decided, joined)
    return case.ref


@action
def withdraw_requisition(*, by: Acting, at: datetime, case: int, why: str, key: str | None = None) -> str:
    """Take a requisition back before a court has sat on it: its charges fall, what was written stays."""
    require(by, "cases.charge")
    found = CaseFile.objects.select_for_update(of=("self",)).get(pk=case)
    made = found.requisitions.select_for_update().filter(withdrawn_at=None).order_by("-pk").first()
    insist(may_withdraw(stands=made is not None, news=found.news.exists(), why=why))
    assert made is not None
    made.withdrawn_at, made.withdrawn_by_id, made.withdrawn_why = at, by.officer_id, why.strip()
    made.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    facts = {"sent": spoken_day(made.sent_on), "offence": _offences(made.charges.all())}
    write(events.REQUISITION_WITHDRAWN, record=found.ref, about=about(found), facts=facts, words={"why": why})
    return found.ref


def _insist_whole(counts: Sequence[Count], sent: Sent, crime: Crime) -> None:
    if crime.state == Crime.State.CANCELLED:
        raise Refused(refused(f"Crime {crime.number} is cancelled.", "Home Office Crime Recording Rules"))
    if not counts:
        raise Refused(
            refused("Say what they are charged with.", "Criminal Justice Act 2003 s.29", field="offence_words")
        )
    if not sent.court.strip():
        raise Refused(refused("Which court?", "Criminal Justice Act 2003 s.29", field="court"))
    if len({(one.code.casefold(), one.words.casefold()) for one in counts}) < len(counts):
        raise Refused(refused("The same charge is here twice.", "Criminal Justice Act 2003 s.29"))


def _sending(crime: Crime, person: int, counts: Sequence[Count], sent: Sent) -> Sending:
    years = age(Person.objects.get(pk=person).born(), on=sent.committed_on)
    offences = [
        time_limit.Offence(
            tried=one.offence.tried,
            committed_on=sent.committed_on,
            domestic_assault=one.domestic_assault,
            reported_on=local_day(crime.reported_at),
        )
        for one in counts
    ]
    return Sending(
        sent_on=sent.sent_on,
        hearing_at=sent.hearing_at,
        recorded_at=crime.recorded_at,
        offences=offences,
        age=years[1] if years else None,
        held=CustodyOf.objects.filter(person_id=person, during__upper_inf=True).exists(),
    )


def _say_sent(
    case: CaseFile, made: Requisition, counts: Sequence[Count], sent: Sent, decided: Charge.DecidedBy, joined: str
) -> None:
    facts = {
        "offence": "; ".join(one.words for one in counts),
        "codes": [one.code for one in counts],
        "decided_by": decided.label,
        "sent": spoken_day(made.sent_on),
        "sent_on": made.sent_on.isoformat(),
        "served": spoken_day(made.served_on),
        "court": sent.court.strip(),
        "hearing": spoken(sent.hearing_at),
        "joined": bool(joined),
    }
    write(events.REQUISITION_SENT, record=case.ref, about=about(case), facts=facts)


def _offences(charges: Iterable[Charge]) -> str:
    return "; ".join(one.offence_words for one in charges)
