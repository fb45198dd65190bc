"""A domestic incident from its first minute: raised, owned, recognised by the law's own facts, or ended as none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls.models import Incident
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, withdraw
from bluelamp.people.actions.links import link
from bluelamp.people.models import Link
from bluelamp.people.rules.personal_connection import Tie
from bluelamp.safeguarding import events
from bluelamp.safeguarding.after_grading import owe_assessment
from bluelamp.safeguarding.keeping import locked, say, take_over
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.owed.domestic import ADVISER, ASSESS, SCHOOL, SECOND_LOOK
from bluelamp.safeguarding.rules.recognising import recognise
from bluelamp.verdict import Refused, refused
from bluelamp.victims.models import Victim


@action
def raise_domestic(
    *, by: Acting, at: datetime, incident: int, victim: int | None = None, key: str | None = None
) -> str:
    """Treat an incident as domestic abuse: an assessment is owed by the end of the shift. Answers "domestic:7".

    Refused where it is one already.
    """
    require(by, "calls.log", "victims.record", "safeguarding.assess")
    if DomesticIncident.objects.filter(incident_id=incident).exists():
        raise Refused(refused("This incident is treated as domestic abuse already.", "One record, one role"))
    found = DomesticIncident.objects.create(incident=Incident.objects.get(pk=incident), victim_id=victim, raised_at=at)
    due = owe_assessment(found, unit="Nobody yet")
    say(events.RAISED, found, facts={"due_at": due.isoformat()}, about=(found.incident.ref,))
    return found.ref


@action
def join_victim(*, by: Acting, at: datetime, domestic: int, victim: int, key: str | None = None) -> str:
    """Say which victim of the incident it is about. Refused where another is named: two at odds are two records."""
    require(by, "victims.record", "safeguarding.assess")
    found, named = locked(domestic), Victim.objects.select_related("person").get(pk=victim)
    if found.victim_id not in (None, victim) or named.incident_id != found.incident_id:
        raise Refused(refused("This is about another victim of the incident.", "One record, one role", field="victim"))
    found.victim = named
    found.save(update_fields=["victim"])
    say(events.VICTIM_JOINED, found, facts={"victim": named.person.ref})
    return found.ref


@action
def take_on(*, by: Acting, at: datetime, domestic: int, key: str | None = None) -> str:
    """Take a domestic incident on by name: it is theirs to see assessed. The record is theirs to share from now on."""
    require(by, "safeguarding.assess")
    found = locked(domestic)
    if found.owner_id == by.number:
        raise Refused(refused("You have it already.", "Order of events"))
    take_over(found, by, at)
    if found.assessed_at is None:
        owe_assessment(found, unit=by.name)
    say(events.TAKEN_ON, found, facts={"owner": by.ref}, about=(found.incident.ref,))
    return found.ref


@dataclass(frozen=True, kw_only=True)
class Known:
    """What was asked about the two. None: not known yet, and asked for."""

    age_victim: int | None = None
    age_suspect: int | None = None
    ties: Sequence[str] | None = None
    behaviour: Sequence[str] | None = None
    suspect: int | None = None


@action
def settle(*, by: Acting, at: datetime, domestic: int, known: Known, key: str | None = None) -> str:
    """Write what is known of the two; the law's answer follows from it, and what is missing stays asked for (D1)."""
    require(by, "safeguarding.assess")
    found = locked(domestic)
    if known.suspect and found.victim and known.suspect == found.victim.person_id:
        raise Refused(refused("That is the person harmed. Name the other one.", "Two people", field="suspect"))
    found.age_victim, found.age_suspect = known.age_victim, known.age_suspect
    found.ties = None if known.ties is None else sorted(Tie(one) for one in known.ties)
    found.behaviour = None if known.behaviour is None else sorted(known.behaviour)
    found.suspect_id = known.suspect or found.suspect_id
    answer = recognise(two=found.two())
    found.finding = answer.finding
    found.save()
    _link(found, by, at)
    facts = {"finding": answer.finding.words, "ask": list(answer.ask) or "nothing"}
    say(events.RECOGNISED, found, facts=facts)
    return found.ref


@action
def end_domestic(*, by: Acting, at: datetime, domestic: int, why: str, key: str | None = None) -> str:
    """A supervisor says that it is not domestic abuse; refused while the facts say it is, or are not all known."""
    require(by, "safeguarding.second_look")
    found = locked(domestic)
    if recognise(two=found.two()).treated_as_domestic:
        words = "By what is known it is domestic abuse, or something is still to be asked."
        raise Refused(refused(words, "Domestic Abuse Act 2021 ss.1-2", field="why"))
    if len(why.split()) < 2:
        raise Refused(refused("Say why, in words.", field="why"))
    found.ended_at, found.ended_why = at, why
    found.save(update_fields=["ended_at", "ended_why"])
    for kind in (ASSESS, SECOND_LOOK, ADVISER, SCHOOL):
        withdraw(kind, record=found.ref, slot=EVERY_SLOT, why="Not domestic abuse")
    say(events.ENDED, found, words={"why": why})
    return found.ref


def _link(found: DomesticIncident, by: Acting, at: datetime) -> None:
    """Join the two on their own records by every tie that connects, once."""
    if found.victim is None or found.suspect_id is None or not by.may("people.edit"):
        return
    person, other = found.victim.person_id, found.suspect_id
    there = set(Link.objects.filter(person=person, other=other, ended_at=None).values_list("kind", flat=True))
    for tie in found.ties or ():
        if tie != Tie.NONE and tie not in there:
            source = f"what was said at incident {found.incident.number}"
            link(person=person, kind=tie, to=f"person:{other}", source=source, by=by, at=at)
