"""A report: the incident, its grade, the crime decision it makes us owe, and its victim, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bluelamp.access.acting import Acting
from bluelamp.access.from_the_start import restrict_from_the_start
from bluelamp.access.rules.grounds import grounds_of
from bluelamp.calls.actions.incidents import log_incident
from bluelamp.calls.grades import Assessment
from bluelamp.calls.models import POLICE_INVOLVED, Incident
from bluelamp.compiled import fetch
from bluelamp.crimes.actions.recording import owe_decision, record_crime
from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.sexual import is_sexual
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.people.actions.persons import add_person
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.actions.alone import name_harmed, open_at_incident
from bluelamp.safeguarding.actions.raising import join_victim, raise_domestic
from bluelamp.safeguarding.queries import alone_at, called_by, domestic_of
from bluelamp.verdict import insist
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.keeping import restrict_case, restrict_thread
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.entitlement import Circumstances
from bluelamp.victims.rules.naming import Naming
from bluelamp.victims.rules.speaking import leaves_a_way
from bluelamp.victims.rules.telling import Step


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What somebody reports. `where` are columns of the incident: place_words, lon, lat, lsoa, settlement, urban."""

    channel: str
    kind: str
    opening_code: str
    what: str
    received_at: datetime | None = None
    contact: int | None = None
    crime_related: bool = False
    qualifiers: tuple[str, ...] = ()
    cannot_speak_freely: bool = False
    caller_words: str = ""
    where: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Harmed:
    """A victim named in a report. `person` where already known; else given and family names. `naming`: which kind."""

    circumstances: Circumstances
    naming: Naming | None = None
    person: int | None = None
    given_names: str = ""
    family_name: str = ""
    needs: str = ""
    safe_ways: tuple[str, ...] = ()
    safe_source: str = ""
    safe: Mapping[str, Any] = field(default_factory=dict)


@action
def take_report(
    *,
    by: Acting,
    at: datetime,
    reported: Reported,
    assessed: Assessment | None = None,
    victim: Harmed | None = None,
    key: str | None = None,
) -> str:
    """Log an incident, grade it, owe the crime decision and a domestic one's assessment, and record the victim."""
    ref = log_incident(
        by=by,
        at=at,
        channel=reported.channel,
        kind=reported.kind,
        opening_code=reported.opening_code,
        what=reported.what,
        received_at=reported.received_at,
        contact=reported.contact,
        assessed=assessed,
        more={
            **reported.where,
            "crime_related": reported.crime_related,
            "qualifiers": list(reported.qualifiers),
            "cannot_speak_freely": reported.cannot_speak_freely,
            "caller_words": reported.caller_words,
        },
    )
    incident = int(ref.partition(":")[2])
    grounds = grounds_of(police=POLICE_INVOLVED in reported.qualifiers)
    restrict_from_the_start(ref, grounds, incident=incident, by=by, at=at)
    if reported.crime_related:
        owe_decision(by=by, at=at, incident=Incident.objects.get(pk=incident))
    if "domestic_abuse" in reported.qualifiers:
        raise_domestic(by=by, at=at, incident=incident)
    if victim:
        name_victim(by=by, at=at, incident=incident, victim=victim)
    _follow(incident, f"The call was logged as {reported.kind}", by, at, opening_code=reported.opening_code)
    return ref


@action
def name_victim(*, by: Acting, at: datetime, incident: int, victim: Harmed, key: str | None = None) -> str:
    """Record a victim of an incident, entering the person where they are not known yet."""
    person = victim.person
    if person is None:
        made = add_person(by=by, at=at, given_names=victim.given_names, family_name=victim.family_name)
        person = int(made.partition(":")[2])
    if victim.safe_ways:
        safe = {name: bool(victim.safe.get(name)) for name in ("shared_device", "do_not_ring")}
        insist(leaves_a_way(victim.safe_ways, **safe))
        set_safe_contact(by=by, at=at, person=person, ways=victim.safe_ways, source=victim.safe_source, **victim.safe)
    ref = record_victim(
        by=by,
        at=at,
        person=person,
        incident=incident,
        circumstances=victim.circumstances,
        naming=victim.naming,
        needs=victim.needs,
    )
    number = int(ref.partition(":")[2])
    if victim.circumstances.domestic:
        _treat_as_domestic(incident, number, by, at)
    abuse = domestic_of(incident)
    domestic = victim.circumstances.domestic or (abuse is not None and abuse.ended_at is None)
    about = Incident.objects.get(pk=incident)
    restrict_case(about, by=by, at=at, domestic=domestic, sexual=victim.circumstances.sexual)
    for pathway in alone_at(incident):
        if pathway.victim_id is None:
            name_harmed(by=by, at=at, pathway=pathway.pk, victim=number)
    return ref


def _treat_as_domestic(incident: int, victim: int, by: Acting, at: datetime) -> None:
    """An assessment is owed; another victim of the incident is not put in the place of the first."""
    found = domestic_of(incident)
    if found is None:
        raise_domestic(by=by, at=at, incident=incident, victim=victim)
    elif found.victim_id is None and found.ended_at is None:
        join_victim(by=by, at=at, domestic=found.pk, victim=victim)


@action
def record_crime_for_victims(
    *,
    by: Acting,
    at: datetime,
    incident: int,
    offence_code: str,
    offence_words: str,
    category: str,
    circumstances: str,
    more: Mapping[str, Any] | None = None,
    key: str | None = None,
) -> str:
    """Record the crime of an incident, join its victims to it, and owe each the written acknowledgement."""
    ref = record_crime(
        by=by,
        at=at,
        incident=incident,
        offence_code=offence_code,
        offence_words=offence_words,
        category=category,
        circumstances=circumstances,
        more=more,
    )
    crime = fetch(Crime, int(ref.partition(":")[2]))
    sexual = is_sexual(law_of("crimes"), offence_code=offence_code, on=local_day(at))
    abuse = domestic_of(incident)
    domestic = crime.domestic or (abuse is not None and abuse.ended_at is None)
    for victim in victims_of(incident).select_related("incident"):
        restrict_thread(victim, by=by, at=at, domestic=domestic, sexual=sexual)
        Victim.objects.filter(pk=victim.pk, crime=None).update(crime=crime)
        owe_telling(by=by, at=at, victim=victim.pk, step=Step.CRIME_ACKNOWLEDGED.value, happened_at=at)
    restrict_case(Incident.objects.get(pk=incident), by=by, at=at, domestic=domestic, sexual=sexual)
    words = f"Recorded as {offence_words}, {offence_code}"
    _follow(incident, words, by, at, offence_code=offence_code, offence_words=offence_words)
    return ref


def _follow(incident: int, words: str, by: Acting, at: datetime, **named: str) -> None:
    """Open the pathways that the kind of the call, or the offence, names: with a domestic record or without."""
    for kind in called_by(incident, at=at, **named):
        open_at_incident(by=by, at=at, incident=incident, kind=kind, words=words, reported=True)
