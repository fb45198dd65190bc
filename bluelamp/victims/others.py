"""Who else is in an incident: its suspects, and victims who are suspects too; from whom a victim may be in danger."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.models import Arrest, VoluntaryAttendance
from bluelamp.custody.rules.called import Part
from bluelamp.deadlines.instants import local_day
from bluelamp.messages.rules.safe_channel import whom_to_ask
from bluelamp.people.models import Link, Person, SafeContact
from bluelamp.people.queries import names_of, safe_contact
from bluelamp.people.rules.ages import age
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Verdict, allowed, every
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.contact import may_try
from bluelamp.victims.rules.speaking import Speaker, may_go_on


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


def arrested_by(incident: int) -> frozenset[int]:
    """The officers who arrested somebody for an incident."""
    found = Arrest.objects.filter(incident_id=incident, officer__isnull=False)
    return frozenset(found.values_list("officer_id", flat=True))


def suspects_of(incident: int) -> frozenset[int]:
    """The same people, by number."""
    return frozenset(why_suspected(incident))


def parts_in(incidents: Iterable[int]) -> dict[int, Part]:
    """Everybody with a part in these incidents, with the one that counts most: suspect, then victim, then witness."""
    found: dict[int, str] = {}
    for incident in incidents:
        seen = Link.objects.filter(kind=Link.Kind.WITNESS, record=f"incident:{incident}", withdrawn=False)
        found |= dict.fromkeys(seen.values_list("person_id", flat=True), "a witness")
        harmed = Victim.objects.filter(incident_id=incident).values_list("person_id", flat=True)
        found |= dict.fromkeys(harmed, "a victim")
    for incident in incidents:
        found |= dict.fromkeys(suspects_of(incident), "a suspect")
    names = names_of(found)
    return {number: Part(name=names[number], part=part) for number, part in found.items() if number in names}


def others_of(victim: Victim) -> Others:
    """A victim who is a suspect too is at odds with every other victim of the incident, and they with them."""
    suspects = suspects_of(victim.incident_id)
    victims = frozenset(Victim.objects.filter(incident_id=victim.incident_id).values_list("person_id", flat=True))
    return among(victim, victims, suspects)


def among(victim: Victim, victims: frozenset[int], suspects: frozenset[int]) -> Others:
    """The same, where the persons who are victims and suspects of the incident are known."""
    accused = victims & suspects
    at_odds = victims if victim.person_id in accused else accused
    return Others(suspects=suspects - {victim.person_id}, at_odds=at_odds - {victim.person_id})


def may_speak_still(victim: Victim, others: Others | None = None) -> Verdict:
    """Whether who speaks for this victim may be used now; allowed where nobody on record does. `others` as read."""
    if victim.speaker_id is None:
        return allowed()
    others = others or others_of(victim)
    return may_go_on(
        who=victim.spoken_for_by,
        suspect=victim.speaker_doubted_at is not None or victim.speaker_id in others.suspects,
        at_odds=victim.speaker_id in others.at_odds,
        decided=victim.speaker_stays,
    )


def speaks_now(victim: Victim) -> str:
    """Who speaks for the victim, in words; nobody while that is in doubt."""
    return victim.spoken_for_by if may_speak_still(victim).allowed else ""


def may_reach(victim: Victim, way: Way, *, at: datetime) -> Verdict:
    """Whether this way to the victim is safe now; through who speaks for them not while that is in doubt."""
    kept = safe_contact(victim.person_id)
    safe = kept.facts() if kept else None
    verdict = whom_to_ask(may_try(safe=safe, way=way, at=at), safe)
    return every(verdict, may_speak_still(victim)) if way is Way.REPRESENTATIVE else verdict


def suspects_named(victim: Victim) -> list[str]:
    """The names of the suspects of the victim's incident, theirs left out."""
    return sorted(names_of(others_of(victim).suspects).values())


def in_conflict(incident: int, person: int) -> tuple[list[Victim], list[Victim]]:
    """Now that this person is a suspect of the incident: the victims whom they speak for, with nobody having decided
    it; and where they are a victim there too, every victim at odds, themselves first. One statement."""
    victims = list(Victim.objects.filter(incident_id=incident).select_related("person").order_by("pk"))
    spoken = [one for one in victims if one.speaker_id == person and not one.speaker_stays]
    own = [one for one in victims if one.person_id == person]
    rest = [one for one in victims if one.person_id != person]
    return [one for one in spoken if one.speaker_doubted_at is None], [*own, *rest] if own and rest else []


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
