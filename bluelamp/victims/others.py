"""Who else is in an incident: its suspects, and victims who are suspects too; from whom a victim may be in danger."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.models import Arrest, VoluntaryAttendance
from bluelamp.deadlines.instants import local_day
from bluelamp.people.models import Link, Person, SafeContact
from bluelamp.people.rules.ages import age
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.speaking import Speaker


@dataclass(frozen=True, kw_only=True)
class Others:
    """Numbers of persons: suspects of the incident, and its other victims who are at odds with this one."""

    suspects: frozenset[int]
    at_odds: frozenset[int]


def why_suspected(incident: int) -> dict[int, str]:
    """Everybody named as suspect of an incident, arrested for it, or who came freely about it, and which; three
    statements."""
    linked = Link.objects.filter(kind=Link.Kind.SUSPECT, record=f"incident:{incident}", ended_at=None)
    came = VoluntaryAttendance.objects.filter(incident_id=incident)
    arrested = Arrest.objects.filter(incident_id=incident, person__isnull=False)
    return {
        **dict.fromkeys(linked.values_list("person_id", flat=True), "Named as suspect"),
        **dict.fromkeys(came.values_list("person_id", flat=True), "Came of their own will"),
        **dict.fromkeys(arrested.values_list("person_id", flat=True), "Arrested"),
    }


def suspects_of(incident: int) -> frozenset[int]:
    """The same people, by number."""
    return frozenset(why_suspected(incident))


def others_of(victim: Victim) -> Others:
    """A victim who is a suspect too is at odds with every other victim of the incident, and they with them."""
    suspects = suspects_of(victim.incident_id)
    victims = frozenset(Victim.objects.filter(incident_id=victim.incident_id).values_list("person_id", flat=True))
    accused = victims & suspects
    at_odds = victims if victim.person_id in accused else accused
    return Others(suspects=suspects - {victim.person_id}, at_odds=at_odds - {victim.person_id})


def numbers_of(people: Collection[int]) -> frozenset[str]:
    """Every number known of these people: their own, and the one they gave as safe."""
    own = Person.objects.filter(pk__in=people).exclude(phone="").values_list("phone", flat=True)
    safe = SafeContact.objects.filter(person__in=people, ended_at=None).exclude(number="")
    return frozenset({*own, *safe.values_list("number", flat=True)})


def speaker(victim: Victim, person: Person, others: Others, *, at: datetime) -> Speaker:
    """The facts of somebody who is to speak for the victim."""
    years = age(person.born(), on=local_day(at))
    return Speaker(
        same_person=person.pk == victim.person_id,
        suspect=person.pk in others.suspects,
        at_odds=person.pk in others.at_odds,
        age=years[0] if years else None,
    )
