"""A domestic incident from its first minute: raised, owned, recognised by the law's own facts, or ended as none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls.models import Incident
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, withdraw
from bluelamp.people.actions.links import link, withdraw_link
from bluelamp.people.models import Link
from bluelamp.people.rules.personal_connection import Tie
from bluelamp.safeguarding import events
from bluelamp.safeguarding.after_grading import owe_assessment, owe_child_referral
from bluelamp.safeguarding.alone import join_domestic, stand_alone, stands_alone
from bluelamp.safeguarding.keeping import locked, restrict_from_the_start, say, take_over
from bluelamp.safeguarding.models import DomesticIncident, Referral
from bluelamp.safeguarding.owed.domestic import ADVISER, ASSESS, SCHOOL, SECOND_LOOK
from bluelamp.safeguarding.rules.positive_action import may_name_suspect
from bluelamp.safeguarding.rules.recognising import Finding, recognise
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims.catching import catch
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
    restrict_from_the_start(found, by, at)
    join_domestic(found, at)
    due = owe_assessment(found, unit=str(found.owner) if found.owner else "Nobody yet")
    say(events.RAISED, found, facts={"due_at": due.isoformat()}, about=(found.incident.ref,))
    return found.ref


@action
def join_victim(*, by: Acting, at: datetime, domestic: int, victim: int, key: str | None = None) -> str:
    """Say which victim of the incident it is about. Refused where another is named: two at odds are two records."""
    require(by, "victims.record", "safeguarding.assess")
    found, named = locked(domestic), Victim.objects.select_related("person").get(pk=victim)
    if found.victim_id not in (None, victim) or named.incident_id != found.incident_id:
        words = "This is about another victim. Log what they say as an incident of its own, with its own assessment."
        raise Refused(refused(words, "One record, one role", field="victim"))
    found.victim = named
    found.save(update_fields=["victim"])
    restrict_from_the_start(found, by, at)
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
    _insist_not_both(found, known.suspect)
    before, thought = found.suspect_id, found.finding
    found.age_victim, found.age_suspect = known.age_victim, known.age_suspect
    found.ties = None if known.ties is None else sorted(Tie(one) for one in known.ties)
    found.behaviour = None if known.behaviour is None else sorted(known.behaviour)
    found.suspect_id = known.suspect or found.suspect_id
    answer = recognise(two=found.two())
    found.finding = answer.finding
    found.save()
    owe_child_referral(found, thought, at)
    _link(found, by, at)
    _name_suspect(found, before, by, at)
    if found.suspect_id and found.suspect_id != before:
        catch(found.incident_id, found.suspect_id, by, at)
    facts = {"finding": answer.finding.words, "ask": list(answer.ask) or "nothing"}
    say(events.RECOGNISED, found, facts=facts)
    return found.ref


@action
def end_domestic(*, by: Acting, at: datetime, domestic: int, why: str, key: str | None = None) -> str:
    """A supervisor says that it is not domestic abuse; refused while the facts say it is, or are not all known.

    A pathway that may stand alone, such as stalking, goes on without the domestic record; any other is closed first.
    """
    require(by, "safeguarding.second_look")
    found = locked(domestic)
    if recognise(two=found.two()).treated_as_domestic:
        words = "By what is known it is domestic abuse, or something is still to be asked."
        raise Refused(refused(words, "Domestic Abuse Act 2021 ss.1-2", field="why"))
    _insist_referred(found)
    if not all(stands_alone(one) for one in found.pathways.filter(closed_at=None)):
        raise Refused(refused("A pathway is open: close it first, with the reason.", "Order of events", field="why"))
    if len(why.split()) < 2:
        raise Refused(refused("Say why, in words.", field="why"))
    stand_alone(found, at)
    found.ended_at, found.ended_why = at, why
    found.save(update_fields=["ended_at", "ended_why"])
    for kind in (ASSESS, SECOND_LOOK, ADVISER, SCHOOL):
        withdraw(kind, record=found.ref, slot=EVERY_SLOT, why="Not domestic abuse")
    say(events.ENDED, found, words={"why": why})
    return found.ref


def _insist_referred(found: DomesticIncident) -> None:
    """Somebody under 16 is passed on before the record ends: nobody else would see that they were not (D1)."""
    referred = found.referrals.filter(kind=Referral.Kind.CHILDREN)
    if found.finding == Finding.CHILD_SAFEGUARDING and not referred.exists():
        words = "One of them is under 16: refer them to children's services first."
        raise Refused(refused(words, "Children Act 2004 s.11", field="why"))


def _insist_not_both(found: DomesticIncident, suspect: int | None) -> None:
    """Two victims at odds: each the suspect of the other (D9)."""
    if suspect is None or suspect == found.suspect_id:
        return
    here = Victim.objects.filter(incident=found.incident_id, person=suspect).exclude(pk=found.victim_id or 0).exists()
    insist(may_name_suspect(victim_here=here, scene=found.scene()))


def _name_suspect(found: DomesticIncident, before: int | None, by: Acting, at: datetime) -> None:
    """The part of suspect in this incident, so that nobody reaches the victim through them; another's is withdrawn."""
    if not by.may("people.edit"):
        return
    named = Link.objects.filter(kind=Link.Kind.SUSPECT, record=found.incident.ref, withdrawn=False)
    if before and before != found.suspect_id:
        for one in named.filter(person=before, ended_at=None):
            withdraw_link(number=one.pk, why="Another is named as the other person", by=by, at=at)
    if found.suspect_id and not named.filter(person=found.suspect_id).exists():
        source = f"domestic incident {found.incident.number}"
        link(person=found.suspect_id, kind=Link.Kind.SUSPECT, to=found.incident.ref, source=source, by=by, at=at)


def _link(found: DomesticIncident, by: Acting, at: datetime) -> None:
    """Join the two on their own records by every tie that connects, once."""
    if found.victim is None or found.suspect_id is None or not by.may("people.edit"):
        return
    person, other = found.victim.person_id, found.suspect_id
    there = set(Link.objects.filter(person=person, other=other, withdrawn=False).values_list("kind", flat=True))
    for tie in found.ties or ():
        if tie != Tie.NONE and tie not in there:
            source = f"what was said at incident {found.incident.number}"
            link(person=person, kind=tie, to=f"person:{other}", source=source, by=by, at=at)
