"""What of a domestic incident may be filled into a share: only what is agreed, and never where they live now."""

from collections.abc import Mapping
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.partners.queries import bodies_for, fields_agreed
from bluelamp.partners.rules.fields import Purpose
from bluelamp.people.models import Person
from bluelamp.people.queries import kept_addresses, safe_contact
from bluelamp.people.rules.ages import age, in_words
from bluelamp.people.rules.masking import masked
from bluelamp.people.rules.safe_contact import Way
from bluelamp.places.models import PartnerBody
from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident, Referral
from bluelamp.safeguarding.schools import School

PURPOSES = {
    Referral.Kind.ADVISER: Purpose.DOMESTIC_ABUSE,
    Referral.Kind.CHILDREN: Purpose.CHILD_AT_RISK,
    Referral.Kind.ADULT: Purpose.ADULT_AT_RISK,
}


def fields_of(
    found: DomesticIncident, *, partner: str, purpose: str, asked: str, agreed: bool | None, by: Acting, at: datetime
) -> dict[str, str]:
    """The words of each field that this body has agreed to get for this purpose; what is not agreed is not gathered.

    An address is never among them: those who help ask the person by the safe way.
    """
    known = {
        **_person(found, at),
        "risk": _risk(found),
        "incident_number": found.incident.number,
        "happened": found.incident.kind,
        "children": ", ".join(child.person.name for child in found.children.all()),
        "consent": {True: "Agrees", False: "Does not agree", None: "Not asked"}[agreed],
        "officer": by.name,
        "asked_for": asked,
    }
    return _agreed(known, partner=partner, purpose=purpose, at=at)


def body_for(school: School | None, *, at: datetime) -> PartnerBody | None:
    """Whose secure page a school's notice goes to: its own where it has one, else the body that passes notices on."""
    bodies = bodies_for(Purpose.SCHOOL_NOTICE, at=at)
    own = (one for one in bodies if school and one.key == school.partner)
    return next(own, None) or next(iter(bodies), None)


def born_words(person: Person, *, at: datetime) -> str:
    """The date of birth; where it is not known the age, as far as that is."""
    if person.born_on:
        return spoken_day(person.born_on)
    found = age(person.born(), on=local_day(at))
    return (
        f"About {found[0]} years old" if found and found[0] == found[1] else in_words(person.born(), on=local_day(at))
    )


def fields_of_child(
    child: ChildInvolved,
    *,
    partner: str,
    school: str,
    to_name: str,
    circumstances: str,
    happened_at: datetime,
    place: str,
    by: Acting,
    at: datetime,
) -> dict[str, str]:
    """What a school's lead gets: the child, what happened in one line, when and where, whether it was there, its own
    voice, the reference. What happened stands with what we ask where it has no field of its own."""
    agreed = fields_agreed(partner, Purpose.SCHOOL_NOTICE, at=at)
    there = {True: "Was there", False: "Was not there", None: "Not known whether there"}[child.present]
    asks = [f"For {to_name}, before the first bell."]
    asks += [] if "happened" in agreed or not agreed else [circumstances]
    asks += [f"The child's own words: {child.voice}"] if child.voice else []
    known = {
        "name": child.person.name,
        "role": "Child, a victim in law" if child.is_victim else "Child, not known to be a victim",
        "born": born_words(child.person, at=at),
        "school": school,
        "happened": circumstances,
        "happened_on": spoken(happened_at),
        "place": place,
        "child_was_there": there,
        "incident_number": child.domestic.incident.number,
        "officer": by.name,
        "asked_for": f"{' '.join(asks)} Reference {child.domestic.incident.number}.",
    }
    return _agreed(known, partner=partner, purpose=Purpose.SCHOOL_NOTICE, at=at)


def _risk(found: DomesticIncident) -> str:
    """The grade as what it is: somebody's assessment, with who made it and when (DPA 2018 s.38(2))."""
    made = found.assessments.select_related("officer", "looked_by").order_by("-at", "-pk").first()
    if made is None:
        return found.get_grade_display()
    who, when = made.officer, made.at
    if made.looked_at and made.looked_by and made.grade_after != made.grade:
        who, when = made.looked_by, made.looked_at
    return f"{found.get_grade_display()}: an assessment, by {who}, {spoken(when)}"


def _person(found: DomesticIncident, at: datetime) -> dict[str, str]:
    if found.victim is None:
        return {}
    person, safe = found.victim.person, safe_contact(found.victim.person_id)
    ways = ", ".join(Way(way).words for way in safe.ways) if safe else "in person, alone"
    words = f"Only {ways}{f', {safe.number}' if safe and safe.number else ''}"
    years = in_words(person.born(), on=local_day(at))
    return {"name": person.name, "role": "Victim", "born": years, "safe_contact": words, "needs": found.victim.needs}


def _agreed(known: Mapping[str, str], *, partner: str, purpose: str, at: datetime) -> dict[str, str]:
    """A new address kept from others is struck out of whatever words somebody wrote."""
    agreed, kept = fields_agreed(partner, purpose, at=at), kept_addresses()
    known = masked(dict(known), kept=kept)
    return {key: words for key, words in known.items() if words and (key in agreed or not agreed)}
