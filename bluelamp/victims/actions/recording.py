"""Recording a victim: what they need, which rights they have, and what that makes us owe."""

from dataclasses import replace
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.cases.queries import trials_set
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.people.models import Person
from bluelamp.people.queries import names_of
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.actions.before_trial import owe_before_trial
from bluelamp.victims.actions.conflicts import catch_conflicts
from bluelamp.victims.keeping import owe, owe_needs, restrict_thread, say
from bluelamp.victims.models import Victim
from bluelamp.victims.others import in_conflict, suspects_of
from bluelamp.victims.rules.entitlement import Circumstances, entitlement
from bluelamp.victims.rules.naming import Naming, circumstances_of, may_name
from bluelamp.victims.rules.needs import Changed
from bluelamp.victims.rules.speaking import may_be_with
from bluelamp.victims.rules.telling import Step

AT_REPORT = (Step.REFERRED, Step.RIGHTS_EXPLAINED, Step.STATEMENT_OFFERED)
"""What is owed to every victim from the moment they are known."""


@action
def record_victim(
    *,
    by: Acting,
    at: datetime,
    person: int,
    incident: int,
    circumstances: Circumstances,
    naming: Naming | None = None,
    needs: str = "",
    key: str | None = None,
) -> str:
    """Record a person as a victim of an incident, of whatever kind (V1, V5, V10); referral, rights, needs and the
    offer of a statement are owed at once. Refused for one who is a suspect in it, until a supervisor decided."""
    require(by, "victims.record")
    if Victim.objects.filter(person_id=person, incident_id=incident).exists():
        raise Refused(refused("This person is recorded as a victim of this incident already.", "One record, one role"))
    found = Person.objects.get(pk=person)
    named = _named(naming or Naming(), found, suspect=person in suspects_of(incident))
    insist(may_name(named, today=local_day(at)))
    suspects = names_of(suspects_of(incident) - {person}).values() if named.spoken_for_by else ()
    insist(may_be_with(named.spoken_for_by, suspects=suspects, field="spoken_for_by"))
    if named.suspect:
        require(by, "victims.supervise")
    victim = _made(found, incident, circumstances_of(named, circumstances), named, needs, at, by)
    restrict_thread(victim, by=by, at=at)
    if named.suspect:
        say(events.COUNTER_AGREED, victim, words=named.counter_agreed_by)
        if any(in_conflict(incident, person)):
            catch_conflicts(by=by, at=at, incident=incident, person=person)
    for step in AT_REPORT:
        owe(victim, step, at)
    owe_needs(victim, Changed.REPORT, at)
    for case, set_at in trials_set(incident, at=at).items():
        owe_before_trial(by=by, at=at, victims=[victim], case=case, had_at=set_at)
    return victim.ref


def _named(naming: Naming, person: Person, *, suspect: bool) -> Naming:
    return replace(naming, suspect=suspect, born_on=naming.born_on or person.born_on)


def _made(
    person: Person, incident: int, known: Circumstances, named: Naming, needs: str, at: datetime, by: Acting
) -> Victim:
    rights = entitlement(known)
    victim = Victim.objects.create(
        person=person,
        incident_id=incident,
        enhanced=rights.enhanced,
        enhanced_because=[reason.words for reason in rights.reasons],
        domestic=known.domestic,
        sexual=known.sexual,
        vulnerable=known.evidence_affected,
        kind=named.kind,
        age_then=known.age,
        lost=named.lost,
        died_on=named.died_on,
        spoken_for_by=named.spoken_for_by,
        needs=needs,
        cares_id=by.officer_id,
        contact_since=at,
        recorded_at=at,
        recorded_by_id=by.officer_id,
    )
    facts = {
        "enhanced": rights.enhanced,
        "rights": "enhanced" if rights.enhanced else "standard",
        "kind": named.kind.value,
    }
    say(events.RECORDED, victim, facts, needs=needs)
    return victim
