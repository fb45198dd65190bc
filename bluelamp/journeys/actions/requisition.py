"""A written charge and requisition: the case, the crime's outcome and what each victim is owed, in one transaction."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bluelamp.access.acting import Acting
from bluelamp.cases.actions import requisition
from bluelamp.cases.actions.requisition import Sent
from bluelamp.cases.keeping import Count
from bluelamp.cases.models import CaseFile, Charge, Requisition
from bluelamp.crimes.actions.outcomes import charge_fell, outcome_of_charge
from bluelamp.crimes.models import Crime
from bluelamp.crimes.queries import says_charged
from bluelamp.custody.actions.bailing import end_bail
from bluelamp.custody.actions.investigating import end_investigation
from bluelamp.custody.bail_queries import bails_of
from bluelamp.custody.models import Investigation
from bluelamp.deadlines.instants import local, local_day, spoken_day
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.models import Telling
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.telling import Step

NOON = time(12)


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
    """Write down a requisition that was sent; the crime has outcome 1, and each victim is owed word of the charge and
    of the court date from the day on which it was sent, however late that is written.

    A release under investigation for it is over; so is bail, where whoever writes this may end it.
    """
    case = requisition.send_requisition(
        by=by, at=at, crime=crime, person=person, counts=counts, sent=sent, prosecutor_reference=prosecutor_reference
    )
    incident = Crime.objects.values_list("incident_id", flat=True).get(pk=crime)
    why = f"By a requisition sent on {spoken_day(sent.sent_on)}."
    if not says_charged(crime):
        outcome_of_charge(by=by, at=at, crime=crime, why=why)
    if incident:
        _end_waiting(person, incident, why, by, at)
        _owe(incident, (Step.CHARGED, Step.COURT_DATE), _moment(sent.sent_on, at), by, at)
    return case


@action
def withdraw_requisition(
    *, by: Acting, at: datetime, case: int, why: str, tell: str = "", key: str | None = None
) -> str:
    """Take a requisition back: a crime that nobody else is charged with is open again, and each victim is owed word
    of it and why, and that it can be looked at again. `tell`: the reasons as the victim may read them."""
    ref = requisition.withdraw_requisition(by=by, at=at, case=case, why=why)
    found = CaseFile.objects.select_related("crime", "detention__arrest").get(pk=case)
    taken = Requisition.objects.filter(case=case).order_by("-withdrawn_at").values_list("pk", flat=True)[0]
    for crime in {one.crime_id for one in Charge.objects.filter(requisition=taken) if one.crime_id}:
        left = any(one.stands for one in Charge.objects.filter(crime=crime).select_related("requisition"))
        if says_charged(crime) and not left:
            charge_fell(by=by, at=at, crime=crime, why="The requisition is withdrawn.")
    if found.incident_id:
        _owe(found.incident_id, (Step.NOT_PROSECUTED,), at, by, at, words=tell.strip())
    return ref


def _end_waiting(person: int, incident: int, why: str, by: Acting, at: datetime) -> None:
    waiting = Investigation.objects.filter(person=person, arrest__incident_id=incident, ended_at=None)
    for number in waiting.values_list("pk", flat=True):
        end_investigation(by=by, at=at, investigation=number, outcome="charged", words=why)
    for bail in bails_of(person, incident) if by.may("custody.release") else ():
        end_bail(by=by, at=at, bail=bail.pk, outcome="charged", why=why)


def _moment(sent_on: date, at: datetime) -> datetime:
    """The instant that stands for the day it was sent: now, or noon of a day before. Only the day is counted."""
    return at if local_day(at) == sent_on else local(sent_on, NOON)


def _owe(
    incident: int, steps: Sequence[Step], happened_at: datetime, by: Acting, at: datetime, *, words: str = ""
) -> None:
    """Two requisitions of one day are told of each by itself."""
    victims = list(victims_of(incident))
    for step in steps if victims else ():
        same = Telling.objects.filter(
            victim=victims[0], step=step, happened_at__range=(happened_at, happened_at + timedelta(seconds=1))
        )
        apart = happened_at + timedelta(microseconds=same.count())
        owe_tellings(by=by, at=at, victims=victims, step=step.value, happened_at=apart, words=words)
