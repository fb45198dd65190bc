"""What of a domestic incident may be filled into a share: only what is agreed, and never where they live now."""

from collections.abc import Mapping
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.deadlines.instants import local_day
from bluelamp.partners.queries import fields_agreed
from bluelamp.partners.rules.fields import Purpose
from bluelamp.people.queries import kept_addresses, safe_contact
from bluelamp.people.rules.ages import in_words
from bluelamp.people.rules.masking import masked
from bluelamp.people.rules.safe_contact import Way
from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident, Referral

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
        "risk": found.get_grade_display(),
        "incident_number": found.incident.number,
        "happened": found.incident.kind,
        "children": ", ".join(child.person.name for child in found.children.all()),
        "consent": {True: "Agrees", False: "Does not agree", None: "Not asked"}[agreed],
        "officer": by.name,
        "asked_for": asked,
    }
    return _agreed(known, partner=partner, purpose=purpose, at=at)


def fields_of_child(
    child: ChildInvolved, *, partner: str, school: str, circumstances: str, by: Acting, at: datetime
) -> dict[str, str]:
    """What a school's lead gets: the child, whether it was there, its own voice, the reference, what happened."""
    there = {True: "Was there", False: "Was not there", None: "Not known whether there"}[child.present]
    voice = f"{circumstances} The child's own words: {child.voice}" if child.voice else circumstances
    known = {
        "name": child.person.name,
        "born": in_words(child.person.born(), on=local_day(at)),
        "school": school,
        "child_was_there": there,
        "officer": by.name,
        "asked_for": f"{voice} Reference {child.domestic.incident.number}.",
    }
    return _agreed(known, partner=partner, purpose=Purpose.SCHOOL_NOTICE, at=at)


def _person(found: DomesticIncident, at: datetime) -> dict[str, str]:
    if found.victim is None:
        return {}
    person, safe = found.victim.person, safe_contact(found.victim.person_id)
    ways = ", ".join(Way(way).words for way in safe.ways) if safe else "in person, alone"
    words = f"Only {ways}{f', {safe.number}' if safe and safe.number else ''}"
    age = in_words(person.born(), on=local_day(at))
    return {"name": person.name, "born": age, "safe_contact": words, "needs": found.victim.needs}


def _agreed(known: Mapping[str, str], *, partner: str, purpose: str, at: datetime) -> dict[str, str]:
    """A new address kept from others is struck out of whatever words somebody wrote."""
    agreed, kept = fields_agreed(partner, purpose, at=at), kept_addresses()
    known = masked(dict(known), kept=kept)
    return {key: words for key, words in known.items() if words and (key in agreed or not agreed)}
