"""An arrest at an incident: the custody side, the crew's journey and what the victim is owed."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.actions import arresting, arriving
from bluelamp.custody.actions.arresting import How, Offence
from bluelamp.custody.actions.coming_in import arrest_in_custody
from bluelamp.custody.escorts import Way, open_escort
from bluelamp.custody.models import Arrest, Detention, EscortRecord, Slot
from bluelamp.custody.rules.arrest import Arresting
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.dispatch.actions.assigning import clear, custody_journey
from bluelamp.dispatch.models import Assignment
from bluelamp.duty.following_up import begin_follow_up
from bluelamp.ledger.actions.writing import action
from bluelamp.people.actions.persons import add_person
from bluelamp.verdict import Refused, refused
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.catching import catch
from bluelamp.victims.queries import victims_among, victims_of
from bluelamp.victims.rules.telling import Step


@action
def make_arrest(
    *,
    by: Acting,
    at: datetime,
    person: int,
    incident: int | None,
    officer: int,
    offence: Offence,
    grounds: Arresting,
    how: How | None = None,
    arrested_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Arrest somebody, and owe every victim of the incident word of it."""
    ref = arresting.arrest(
        by=by,
        at=at,
        person=person,
        incident=incident,
        officer=officer,
        offence=offence,
        grounds=grounds,
        how=how,
        arrested_at=arrested_at,
        reason_late=reason_late,
    )
    catch(incident, person, by, at)
    begin_follow_up(officer, ref, f"The arrest for {offence.words}", at)
    victims = list(victims_of(incident)) if incident else []
    if victims:
        owe_tellings(by=by, at=at, victims=victims, step=Step.ARRESTED.value, happened_at=arrested_at or at)
    return ref


@action
def arrest_again(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    officer: int,
    offence: Offence,
    grounds: Arresting,
    caution_reply: str = "",
    incident: int | None = None,
    key: str | None = None,
) -> str:
    """Arrest somebody held for another offence, and owe every victim of the incident that it is about word of it."""
    ref = arrest_in_custody(
        by=by,
        at=at,
        detention=detention,
        officer=officer,
        offence=offence,
        grounds=grounds,
        caution_reply=caution_reply,
        incident=incident,
    )
    victims = victims_among([incident])
    if victims:
        owe_tellings(by=by, at=at, victims=victims, step=Step.ARRESTED.value, happened_at=at)
    if incident:
        catch(incident, Detention.objects.values_list("person_id", flat=True).get(pk=detention), by, at)
    return ref


@action
def arrest_newcomer(
    *,
    by: Acting,
    at: datetime,
    given_names: str,
    family_name: str,
    incident: int | None,
    officer: int,
    offence: Offence,
    grounds: Arresting,
    how: How | None = None,
    arrested_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Arrest somebody not entered before: the person and the arrest, or neither."""
    person = add_person(by=by, at=at, given_names=given_names, family_name=family_name)
    return make_arrest(
        by=by,
        at=at,
        person=int(person.partition(":")[2]),
        incident=incident,
        officer=officer,
        offence=offence,
        grounds=grounds,
        how=how,
        arrested_at=arrested_at,
        reason_late=reason_late,
    )


@action
def set_out_for_suite(
    *, by: Acting, at: datetime, arrest: int, unit: int, escorting: Escorting, key: str | None = None
) -> str:
    """Leave for the suite that accepted, with the escort record; refused until one has (P7, P31)."""
    slot = (
        Slot.objects.filter(arrest_id=arrest, ended_at=None, accepted=True, lapses_at__gt=at)
        .select_related("suite")
        .first()
    )
    if slot is None:
        words = "Ask a suite for a place first: none has accepted this person."
        raise Refused(refused(words, "Force policy: slot asked before transport"))
    made = Arrest.objects.select_related("person", "first_station").get(pk=arrest)
    start = str(made.first_station or made.place_words or "Place of arrest")[:160]
    open_escort(made, Way(why=EscortRecord.Why.SUITE, start=start, end=slot.suite.name), escorting, at)
    custody_journey(by=by, at=at, unit=unit, suite=slot.suite.name)
    return made.ref


@action
def arrive_at_suite(
    *,
    by: Acting,
    at: datetime,
    arrest: int,
    suite: int,
    first_station_at: datetime | None = None,
    arrived_at: datetime | None = None,
    delay_why: str = "",
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Open the custody record; the crew that brought the person is clear."""
    ref = arriving.arrive(
        by=by,
        at=at,
        arrest=arrest,
        suite=suite,
        arrived_at=arrived_at,
        first_station_at=first_station_at,
        delay_why=delay_why,
        reason_late=reason_late,
    )
    incident = Arrest.objects.values_list("incident_id", flat=True).get(pk=arrest)
    crew = Assignment.objects.filter(
        incident_id=incident, clear_at=None, unit__status="custody_journey"
    ).select_related("unit")
    for assignment in crew if incident else ():
        clear(by=by, at=at, unit=assignment.unit_id, result="Handed over at the suite.")
    return ref
